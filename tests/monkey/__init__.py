"""A random user of the whole window, who can be replayed by his seed.

    python -m tests.monkey --seed 7 --steps 3000 [--platform xcb] [--eager]

Between two acts no timer fires and every job is waited for, so that what an act meets depends on the acts
before it alone. Time passes where the monkey lets it: what waits for a pause in the typing is then done,
in a fixed order. With `--eager` nothing is waited for but at checkpoints: races show, replays may differ.
"""
