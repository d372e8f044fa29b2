"""Words that open sentences, words of speech, and capitalised words that name nobody."""

#: Written with a capital only because a sentence begins.
OPENERS = frozenset(
    (
        "The A An This That These Those There Here He She It They We You I His Her Its Their Our My Your Who What "
        "When Where Why How Which While As At By For From In Into On Of Off Over Under Up To With Without Within "
        "After Before Between Behind Beyond During Since Until Till Through Across Against Along Among Around About "
        "Above Below Near And But Or Nor So Yet If Unless Although Though Because However Meanwhile Moreover Still "
        "Also Then Now Once Only Even Just Not No Nobody None Nothing Never All Both Each Every Some Any Many Most "
        "More Few Several Other Others Another One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve "
        "Dozens Hundreds Thousands Millions Is Are Was Were Be Has Have Had Do Does Did Will Would Can Could May "
        "Might Must Shall Should Let Please Yes Thus Hence Instead Despite According Earlier Later Last Next Today "
        "Yesterday Tomorrow Tonight Perhaps Maybe Out Down Back Again Asked Given Such Same Like Unlike Whether "
        "Whoever Whatever Whose Whom Nearly Almost Around Roughly Those Per Via"
    ).split()
)
#: Verbs of speech, as they stand beside a speaker.
SAYING = frozenset(
    (
        "said says say told tells added adds asked asks replied replies wrote writes warned warns claimed claims "
        "denied denies stated states announced announces reported reports insisted insists argued argues explained "
        "explains noted notes confirmed confirms recalled recalls shouted cried whispered answered declared tweeted "
        "posted admitted conceded acknowledged alleged urged demanded ordered vowed promised threatened suggested"
    ).split()
)
#: Days, months, languages of the calendar and the like: capitalised, no names of anybody.
CALENDAR = frozenset(
    (
        "Mondays Tuesdays Wednesdays Thursdays Fridays Saturdays Sundays Monday Tuesday Wednesday Thursday Friday "
        "Saturday Sunday Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun January February March April May June July "
        "August September October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Christmas "
        "Easter Ramadan Eid Passover Hanukkah Diwali AM PM GMT UTC BST CET CEST EST EDT PST PDT BC AD CE BCE"
    ).split()
)
