from planner.desktop.lasting_constants import keep_constants_alive

keep_constants_alive()
