"""The words for days near today, which CLDR's tables as we have them leave out."""

_ENGLISH = {"today": 0, "tomorrow": 1, "yesterday": -1, "day after tomorrow": 2}
_GERMAN = {"heute": 0, "morgen": 1, "übermorgen": 2, "gestern": -1, "vorgestern": -2}

_BY_LANGUAGE: dict[str, dict[str, int]] = {
    "ar": {"اليوم": 0, "غدا": 1, "غدًا": 1, "بعد الغد": 2, "أمس": -1},
    "bg": {"днес": 0, "утре": 1, "вдругиден": 2, "вчера": -1},
    "ca": {"avui": 0, "demà": 1, "demà passat": 2, "ahir": -1},
    "cs": {"dnes": 0, "zítra": 1, "pozítří": 2, "včera": -1},
    "da": {"i dag": 0, "i morgen": 1, "i overmorgen": 2, "i går": -1},
    "el": {"σήμερα": 0, "αύριο": 1, "μεθαύριο": 2, "χθες": -1},
    "es": {"hoy": 0, "mañana": 1, "pasado mañana": 2, "ayer": -1},
    "et": {"täna": 0, "homme": 1, "ülehomme": 2, "eile": -1},
    "fa": {"امروز": 0, "فردا": 1, "پس‌فردا": 2, "دیروز": -1},
    "fi": {"tänään": 0, "huomenna": 1, "ylihuomenna": 2, "eilen": -1},
    "fr": {"aujourd'hui": 0, "demain": 1, "après-demain": 2, "hier": -1},
    "he": {"היום": 0, "מחר": 1, "מחרתיים": 2, "אתמול": -1},
    "hr": {"danas": 0, "sutra": 1, "prekosutra": 2, "jučer": -1},
    "hu": {"ma": 0, "holnap": 1, "holnapután": 2, "tegnap": -1},
    "id": {"hari ini": 0, "besok": 1, "lusa": 2, "kemarin": -1},
    "it": {"oggi": 0, "domani": 1, "dopodomani": 2, "ieri": -1},
    "ja": {"今日": 0, "明日": 1, "明後日": 2, "昨日": -1},
    "ko": {"오늘": 0, "내일": 1, "모레": 2, "어제": -1},
    "lt": {"šiandien": 0, "rytoj": 1, "poryt": 2, "vakar": -1},
    "lv": {"šodien": 0, "rīt": 1, "parīt": 2, "vakar": -1},
    "nb": {"i dag": 0, "i morgen": 1, "i overmorgen": 2, "i går": -1},
    "nl": {"vandaag": 0, "morgen": 1, "overmorgen": 2, "gisteren": -1},
    "nn": {"i dag": 0, "i morgon": 1, "i overmorgon": 2, "i går": -1},
    "no": {"i dag": 0, "i morgen": 1, "i overmorgen": 2, "i går": -1},
    "pl": {"dziś": 0, "dzisiaj": 0, "jutro": 1, "pojutrze": 2, "wczoraj": -1},
    "pt": {"hoje": 0, "amanhã": 1, "depois de amanhã": 2, "ontem": -1},
    "ro": {"azi": 0, "astăzi": 0, "mâine": 1, "poimâine": 2, "ieri": -1},
    "ru": {"сегодня": 0, "завтра": 1, "послезавтра": 2, "вчера": -1},
    "sk": {"dnes": 0, "zajtra": 1, "pozajtra": 2, "včera": -1},
    "sl": {"danes": 0, "jutri": 1, "pojutrišnjem": 2, "včeraj": -1},
    "sr": {"данас": 0, "сутра": 1, "прекосутра": 2, "јуче": -1, "danas": 0, "sutra": 1},
    "sv": {"i dag": 0, "idag": 0, "i morgon": 1, "imorgon": 1, "i övermorgon": 2, "i går": -1, "igår": -1},
    "th": {"วันนี้": 0, "พรุ่งนี้": 1, "มะรืนนี้": 2, "เมื่อวาน": -1},
    "tr": {"bugün": 0, "yarın": 1, "öbür gün": 2, "dün": -1},
    "uk": {"сьогодні": 0, "завтра": 1, "післязавтра": 2, "вчора": -1, "учора": -1},
    "vi": {"hôm nay": 0, "ngày mai": 1, "ngày kia": 2, "hôm qua": -1},
    "zh": {"今天": 0, "明天": 1, "后天": 2, "後天": 2, "昨天": -1},
}


def near_days(locale: str) -> dict[str, int]:
    """Return the words, with days from today, of a locale such as `sv-SE`: its own, German and English.

    German and English are read everywhere, as the check reads them; where a word means two things the
    locale's own meaning counts.
    """
    return _ENGLISH | _GERMAN | _BY_LANGUAGE.get(locale.partition("-")[0], {})
