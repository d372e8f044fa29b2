"""The invented reports of the border story, and the claims, voices and times behind them."""

from tests.report.telling import Made, Says, Told, day, minute
from woozle.model.values import Occasion, Voice

OUTLETS = {
    "TP": "Tolm Post",
    "RK": "Radio Kesh East",
    "AW": "Ardova Wire",
    "HM": "Hollin Mercury",
    "DB": "Daily Brenn",
    "VX": "Vox Kesh",
    "N4": "News 4 Ardova",
    "LC": "Lakeside Chronicle",
    "SN": "صدى الحدود",
}

#: What two reports took over in the same words.
_TRUCKS = Says(
    "C1",
    "three trucks without plates cross the Tolm bridge before dawn",
    "O1",
    "toll clerk",
    "believes",
    via="Tolm Post",
    stance="doubted",
    time="before dawn",
    figure="three trucks",
)

STORY = (
    Told(
        "d01",
        "TP",
        "“They had no plates”: toll clerk on the night at Tolm bridge",
        minute("08T06:50"),
        "“I think I counted three trucks, and none of them had plates,” said Jana Rehl, the toll clerk at Tolm bridge, "
        "in an interview with the Tolm Post. “They came over before dawn, towards Kesh.”\n\n"
        "Rehl said the barrier had been up since four in the morning. The bridge closed at noon on Tuesday.",
        (
            Says(
                "C1",
                "I think I counted three trucks, and none of them had plates",
                "O1",
                "Jana Rehl",
                "said",
                "direct",
                stance="doubted",
                figure="three trucks",
            ),
            Says(
                "C1", "They came over before dawn, towards Kesh", "O1", "Jana Rehl", None, "direct", time="before dawn"
            ),
            Says(
                "C2",
                "the barrier had been up since four in the morning",
                "O1",
                "Rehl",
                "said",
                time="since four in the morning",
            ),
            Says("C7", "The bridge closed at noon on Tuesday", "O7", time="at noon on Tuesday"),
        ),
    ),
    Told(
        "d02",
        "AW",
        "Trucks without plates cross into Kesh, clerk believes",
        minute("08T08:15"),
        "A toll clerk believes she saw three trucks without plates cross the Tolm bridge before dawn, the Tolm Post "
        "reported.\n\nThe border service of Ardova said in a statement that nobody crossed the bridge that night.\n\n"
        "About 40 people were waiting on the Kesh side, the statement said.",
        (
            _TRUCKS,
            Says(
                "C3",
                "nobody crossed the bridge that night",
                "O3",
                "border service of Ardova",
                "said",
                time="that night",
            ),
            Says(
                "C4",
                "About 40 people were waiting on the Kesh side",
                "O3",
                "the statement",
                "said",
                figure="About 40 people",
            ),
        ),
        (Made("d01", "paraphrase"), Made("Statement of the border service", "quotation")),
    ),
    Told(
        "d03",
        "HM",
        "Trucks without plates cross into Kesh, clerk believes",
        minute("08T09:05"),
        "A toll clerk believes she saw three trucks without plates cross the Tolm bridge before dawn, the Tolm Post "
        "reported.",
        (_TRUCKS,),
        (Made("d02", "trimmed"),),
    ),
    Told(
        "d04",
        "DB",
        "Three trucks crossed Tolm bridge in the dark",
        minute("08T10:40"),
        "Three trucks without plates crossed the Tolm bridge before dawn, a toll clerk said. The border service of "
        "Ardova said in a statement that nobody crossed the bridge that night.",
        (
            Says(
                "C1",
                "Three trucks without plates crossed the Tolm bridge before dawn",
                "O1",
                "a toll clerk",
                "said",
                time="before dawn",
                figure="Three trucks",
            ),
            Says(
                "C3",
                "nobody crossed the bridge that night",
                "O3",
                "border service of Ardova",
                "said",
                time="that night",
            ),
        ),
        (Made("d02", "edited"),),
    ),
    Told(
        "d05",
        "VX",
        "Witnesses: five trucks crossed the bridge",
        minute("08T12:20"),
        "Witnesses said five trucks without plates crossed the Tolm bridge shortly before dawn.",
        (
            Says(
                "C5",
                "five trucks without plates crossed the Tolm bridge shortly before dawn",
                "O0",
                "Witnesses",
                "said",
                stance="reported",
                time="shortly before dawn",
                figure="five trucks",
            ),
        ),
        (Made("d04", "paraphrase", credited=False, direction="likely"),),
    ),
    Told(
        "d06",
        "N4",
        "Five trucks crossed the bridge, witnesses say",
        minute("08T13:10"),
        "Witnesses said five trucks without plates crossed the Tolm bridge shortly before dawn. News 4 has "
        "learned more.",
        (
            Says(
                "C5",
                "five trucks without plates crossed the Tolm bridge shortly before dawn",
                "O0",
                "Witnesses",
                "said",
                stance="reported",
                time="shortly before dawn",
                figure="five trucks",
            ),
        ),
        (Made("d05", "verbatim", credited=False),),
    ),
    Told(
        "d07",
        "RK",
        "Our reporter at the bridge: three trucks, no lights",
        minute("08T07:30"),
        "Three trucks without plates crossed the Tolm bridge before dawn. Our reporter stood at the Kesh end and saw "
        "them pass.\n\nHundreds of people were waiting on the Kesh side.",
        (
            Says(
                "C1",
                "Three trucks without plates crossed the Tolm bridge before dawn",
                "O2",
                time="before dawn",
                figure="Three trucks",
            ),
            Says("C6", "Hundreds of people were waiting on the Kesh side", "O2", figure="Hundreds of people"),
        ),
    ),
    Told(
        "d08",
        "LC",
        "What is known about the trucks at Tolm",
        day(9),
        "Jana Rehl, a toll clerk, told the Tolm Post that she thought she had seen three trucks without plates cross "
        "the bridge. A reporter of Radio Kesh East saw them too, the broadcaster said.\n\n"
        "“They were ours,” said an officer who asked not to be named.",
        (
            Says(
                "C1",
                "she thought she had seen three trucks without plates cross the bridge",
                "O1",
                "Jana Rehl",
                "told",
                via="Tolm Post",
                stance="doubted",
                figure="three trucks",
            ),
            Says("C1", "A reporter of Radio Kesh East saw them too", "O2", "the broadcaster", "said"),
            Says("C1", "They were ours", "O4", "an officer who asked not to be named", "said", "direct"),
        ),
        (Made("d01", "merged"), Made("d07", "quotation")),
    ),
    Told(
        "d09",
        "AW",
        "Clerk repeats her account of the trucks",
        minute("09T07:45"),
        "Jana Rehl, a toll clerk, repeated on Wednesday that three trucks without plates had crossed the bridge before "
        "dawn. “I stand by three,” she told Ardova Wire.",
        (
            Says(
                "C1",
                "three trucks without plates had crossed the bridge before dawn",
                "O5",
                "Jana Rehl",
                "repeated",
                time="before dawn",
                figure="three trucks",
            ),
            Says("C1", "I stand by three", "O5", "she", "told", "direct"),
        ),
    ),
    Told(
        "d10",
        "HM",
        "Clerk repeats her account of the trucks",
        minute("09T08:20"),
        "Jana Rehl, a toll clerk, repeated on Wednesday that three trucks without plates had crossed the bridge before "
        "dawn. “I stand by three,” she told Ardova Wire.",
        (
            Says(
                "C1",
                "three trucks without plates had crossed the bridge before dawn",
                "O5",
                "Jana Rehl",
                "repeated",
                via="Ardova Wire",
                time="before dawn",
                figure="three trucks",
            ),
        ),
        (Made("d09", "verbatim"),),
    ),
    Told(
        "d11",
        "DB",
        "Clerk stands by three trucks",
        minute("09T09:30"),
        "Jana Rehl, a toll clerk, repeated on Wednesday that three trucks without plates had crossed the bridge before "
        "dawn.",
        (
            Says(
                "C1",
                "three trucks without plates had crossed the bridge before dawn",
                "O5",
                "Jana Rehl",
                "repeated",
                time="before dawn",
                figure="three trucks",
            ),
        ),
        (Made("d09", "trimmed", credited=False),),
    ),
    Told(
        "d12",
        "SN",
        "شاحنات بلا لوحات على الجسر",
        day(9),
        "قالت موظفة إن ثلاث شاحنات بلا لوحات عبرت جسر تولم قبل الفجر، بحسب تولم بوست.",
        (Says("C1", "ثلاث شاحنات بلا لوحات عبرت جسر تولم قبل الفجر", "O1", "موظفة", "قالت", via="تولم بوست"),),
        (Made("d01", "paraphrase", direction="unknown"),),
    ),
    Told(
        "d13",
        "VX",
        "Correction: the number of trucks",
        minute("10T11:00"),
        "Vox Kesh wrote on Tuesday that five trucks crossed the Tolm bridge. That figure was wrong and is "
        "withdrawn.\n\n"
        "The minister never spoke about the bridge, his office said. Snow fell in Brenn in late March.",
        (
            Says("C8", "That figure was wrong and is withdrawn", "O8"),
            Says("C9", "The minister never spoke about the bridge", "O9", "his office", "said"),
            Says("C10", "Snow fell in Brenn in late March", "O8b", time="in late March"),
        ),
    ),
    Told(
        "d14",
        "LC",
        "A bridge and its history",
        None,
        "The Tolm bridge was built in 1911. Toll has been taken since.",
        (
            Says("C11", "The Tolm bridge was built in 1911", "O10", time="in 1911"),
            Says("C12", "Toll has been taken since", "O10"),
        ),
    ),
)

CLAIMS = {
    "C1": "Three trucks without plates crossed the Tolm bridge before dawn.",
    "C2": "The barrier had been up since four in the morning.",
    "C3": "Nobody crossed the bridge that night.",
    "C4": "About 40 people were waiting on the Kesh side.",
    "C5": "Five trucks without plates crossed the Tolm bridge shortly before dawn.",
    "C6": "Hundreds of people were waiting on the Kesh side.",
    "C7": "The bridge closed at noon on Tuesday.",
    "C8": "The figure of five trucks was wrong and is withdrawn.",
    "C9": "The minister never spoke about the bridge.",
    "C10": "Snow fell in Brenn in late March.",
    "C11": "The Tolm bridge was built in 1911.",
    "C12": "Toll has been taken since.",
}

#: Voice, occasion and certainty of each origin.
ORIGINS = {
    "O0": (Voice(None, None, "unknown"), Occasion("unknown", None, None), "none"),
    "O1": (Voice("b2:e-rehl", "Jana Rehl", "person"), Occasion("interview", "2031-04-08", "Tolm Post"), "sure"),
    "O2": (Voice(None, None, "own_reporting"), Occasion("reporting", "2031-04-08", None), "sure"),
    "O3": (
        Voice("b2:e-service", "Border service of Ardova", "organisation"),
        Occasion("statement", "2031-04-08", None),
        "sure",
    ),
    "O4": (Voice(None, None, "anonymous"), Occasion("interview", None, "Lakeside Chronicle"), "may"),
    "O5": (Voice("b2:e-rehl", "Jana Rehl", "person"), Occasion("interview", "2031-04-09", "Ardova Wire"), "sure"),
    "O7": (Voice(None, "Tolm Post", "own_reporting"), Occasion("reporting", None, None), "half"),
    "O8": (Voice(None, "Vox Kesh", "own_reporting"), Occasion("reporting", "2031-04-10", None), "sure"),
    "O8b": (Voice(None, "Vox Kesh", "own_reporting"), Occasion("reporting", None, None), "half"),
    "O9": (Voice("b2:e-office", "The minister’s office", "organisation"), Occasion("unknown", None, None), "sure"),
    "O10": (Voice(None, "Lakeside Chronicle", "own_reporting"), Occasion("unknown", None, None), "half"),
}

TIMES = {
    "before dawn": (None, "2031-04-08T04:30:00Z", "vague"),
    "shortly before dawn": ("2031-04-08T04:00:00Z", "2031-04-08T04:30:00Z", "vague"),
    "since four in the morning": ("2031-04-08T04:00:00Z", None, "minute"),
    "at noon on Tuesday": ("2031-04-08T12:00:00Z", "2031-04-08T12:01:00Z", "minute"),
    "that night": ("2031-04-07T18:00:00Z", "2031-04-08T06:00:00Z", "day"),
    "in late March": ("2031-03-21T00:00:00Z", "2031-04-01T00:00:00Z", "vague"),
    "in 1911": ("1911-01-01T00:00:00Z", "1912-01-01T00:00:00Z", "year"),
}
