"""Words that the generator must know: what may be put for another, what is a name of a kind, what must stay as it is.

All lists are closed and part of the benchmark: another list gives another pile.
"""

#: Pairs of words that may stand for each other in running text, whatever stands around them.
SYNONYMS = (
    "large big",
    "began started",
    "begin start",
    "road route",
    "quickly rapidly",
    "nearly almost",
    "shortly briefly",
    "help aid",
    "broken shattered",
    "huge enormous",
    "house dwelling",
    "houses dwellings",
    "children youngsters",
    "built constructed",
    "empty vacant",
    "needed required",
    "whole entire",
    "shut closed",
    "bought purchased",
    "showed displayed",
    "seen spotted",
    "often frequently",
    "happened occurred",
    "ended finished",
    "several various",
    "stayed remained",
    "received got",
    "hit struck",
    "street lane",
    "injured hurt",
    "sent dispatched",
    "repair mend",
    "repairs fixes",
    "fell dropped",
    "rose climbed",
    "small little",
    "important significant",
    "carried conveyed",
    "later afterwards",
    "kept held",
    "gave handed",
    "towards toward",
    "among amid",
    "across over",
    "until till",
    "work labour",
    "car vehicle",
    "cars vehicles",
    "lorry truck",
    "lorries trucks",
    "ship vessel",
    "boat craft",
    "smell odour",
    "noise din",
    "wood timber",
    "stones rocks",
    "stone rock",
    "ground earth",
    "valley dale",
    "hill slope",
    "sick ill",
    "wrong mistaken",
    "quiet silent",
    "slow sluggish",
    "fast swift",
)
#: Begin an added sentence or an edited one; they say nothing.
OPENERS = ("Meanwhile, ", "At the same time, ", "In the meantime, ", "For now, ", "As things stand, ")
#: Sentences that say nothing of the story.
FILLERS = (
    "This page will be brought up to date.",
    "More on this will follow in our next edition.",
    "Our readers will find a map on page four.",
    "The weather page has moved to the back of the paper.",
    "Letters on this subject are welcome.",
    "A longer version will stand in the weekend edition.",
)
FEMALE = (
    "Adela Agnes Alma Amelie Anika Asta Berta Birgit Britta Carla Celia Clara Dagny Delia Doris Edith Elin Elsa "
    "Emma Erna Esther Fanny Flora Frieda Gerda Gisela Grete Hanna Hedda Helena Hilda Ida Ilse Inga Iris Irma Jana "
    "Johanna Judith Julia Karin Klara Laura Lena Lina Lotte Louise Mara Marta Maud Mina Nadia Nina Nora Olga "
    "Paula Petra Rita Rosa Ruth Sara Selma Sofia Stella Susan Sylvia Tamara Thea Tilda Ulla Una Ursula Vera Viola "
    "Wanda Wilma Zelda"
).split()
MALE = (
    "Adam Albert Alfred Anders Anton Arno Arthur Arvid August Axel Bernard Boris Bruno Carl Conrad Cyril Daniel "
    "David Dirk Edgar Edmund Emil Erik Ernst Felix Ferdinand Florian Frank Fritz Georg Gregor Gustav Hans Harald "
    "Hector Henrik Herman Hugo Igor Isaac Ivan Jacob Jan Jasper Jens Joel Jonas Josef Julius Karl Kaspar Kurt Leo "
    "Leon Linus Ludwig Magnus Marcel Martin Max Milan Nils Oscar Oskar Otto Paul Pavel Peter Philip Ralf Richard "
    "Robert Roland Rolf Rudolf Samuel Sergei Simon Stefan Sven Theo Thomas Tobias Victor Walter Werner"
).split()
#: Words in names that say what kind of thing it is: they stay, so that a ministry stays one.
KINDS = frozenset(
    "academy administration agency air airport alliance ambulance anonymous archive army assembly association "
    "attorney audit authority authorities avenue bank barracks base battalion battery bay board border bridge "
    "brigade broadcasting bulletin bureau cabinet camp captain cathedral central centre chairman chamber channel "
    "chief chronicle church city civil club coast coastguard college colonel command commander commission "
    "committee company conflict congress cooperative corps council count county courier court crisis daily dam "
    "defence department deputy desk director district doctor east eastern echo embassy emergency evening express "
    "eyewitness father federation fire finance forces foreign front gate gazette general geological governor "
    "great group guard hall harbour health herald high highway hill hospital house independent insider institute "
    "interior island journal judge justice king lake lane ledger legion lieutenant line lines list local lord "
    "lower madam mail major market mayor medical meteorological militia mill minister ministry mirror monitor "
    "morning mount mountain municipal municipality national navy network new news newspaper night north northern "
    "observatory observer office official old online opposition parliament party pass patriarch pier police port "
    "post power president press prime prison prosecutor province public queen radio railway red regiment region "
    "report republic rescue reserve river road royal school secretary senate sentinel sergeant service sister "
    "society south southern special spokesman spokeswoman square st staff star state station street sun survey "
    "television tide times today town tower transport tribune union university upper valley village voice war "
    "watch water weekly west western wire witness works".split()
)
CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december jan feb mar apr jun jul aug sep sept oct nov dec spring summer autumn "
    "winter christmas easter".split()
)
#: What makes a sentence an attribution, a denial, a time or a figure: it stays, so that the truth stays true.
STAYING = frozenset(
    "about above according account accounts accused acknowledged across added admitted after again against agency "
    "ago ahead alleged allegedly almost along already also although always among announced announcement anonymity "
    "another answer answered anybody anyone anything apparently appeal appeared argued around asked assured "
    "authorities backed because been before began behind being believe believed believes below beside between "
    "beyond billion blamed both briefing broadcast called calls cannot cast cent centimetres cited citing claim "
    "claimed claims clear colleague colleagues comment commented complained conceded conference confirm confirmed "
    "contradicted correction correspondent could counted daily date dates dawn dead deaths declared declined "
    "demanded denial denied denies deny described died dies disputed document does doubt doubted down dozen "
    "dozens during each early edition eight eighteen eighth eighty either eleven else emphasised estimated "
    "estimates even evening ever every everybody everyone evidence expected explained eyewitness false feared "
    "fewer fifteen fifth fifty first five forty four fourteen fourth from had half has have heard hectares hence "
    "here high hour hours however hundred hundreds independently indicated information injured insisted instead "
    "interview into itself journalist journalists just killed kilometres knew know known knows last late later "
    "least less letter like listed litres longer main many maybe mentioned message metres midnight might million "
    "millions minute minutes missing moment month months more morning most much must named near nearly never news "
    "newspaper next night nine nineteen ninety nobody none noon noted nothing number official officials once only "
    "onto other others ought over page paper people per perhaps persons photograph place pointed possibly post "
    "posted predicted presumably promised proof published quoted reader readers recalled refused rejected "
    "relatives remarked repeated replied report reported reportedly reporter reporters reports resident residents "
    "retracted retraction revealed rumour rumoured rumours said same saying says second seven seventeen seventh "
    "seventy several shall should showed since sixteen sixth sixty some somebody someone source sources spoke "
    "spoken spokesman spokesperson spokeswoman statement states still stressed suggested supposedly sure talk "
    "tells than that their them then there these they third thirteen thirty this those though thousand thousands "
    "three through time times today told tomorrow tonight tonnes toward towards true twelve twentieth twenty "
    "twice unclear unconfirmed under until upon urged verified verify very video vowed wanted warned warning week "
    "weekend weeks were what when where whether which while whom whose will with within without witness witnesses "
    "word words would wounded write writes written wrong wrote year years yesterday your".split()
)
SYLLABLES = (
    "ba bel bor bran cal cor dal den dor drel esk fal fen gar gol grim hal hov ild jor kal kest kor lan lor lum "
    "mar mel mor nar nev nol orm osk pel pra quil rad ros rus sal sev sol stav tal tar tol ul van vel vor yar zan "
    "zel"
).split()
ENDINGS = "a an and ar ek el en er esk eth in ish itz o old on or os ov um und ut".split()
#: Words of three letters that stay; the others may be moved as longer ones are.
SHORT = frozenset(
    "ago all and any are ask but can did due end far few for get got had has her him his how its lot may met nor "
    "not now  off old one our out own per put ran run sat saw say set she six ten the too two use via was who why "
    "yes yet you".split()
)
#: Cues by what a world may say instead in every place.
CUES = {
    "said": ("said", "stated", "declared"),
    "told": ("told", "informed"),
    "says": ("says", "states", "declares"),
    "wrote": ("wrote", "reported"),
    "reported": ("reported", "wrote"),
    "near": ("near", "close to"),
    "over": ("over", "across"),
    "then": ("then", "afterwards"),
    "when": ("when", "as"),
}
#: Small words by what a world may say instead before a word that it moves; which of them hangs on that word.
LINKS = {
    "the": ("the", "this", "that", "every", "one"),
    "a": ("a", "one", "another", "this"),
    "and": ("and", "or", "as well as", "then"),
    "of": ("of", "beyond", "behind", "from"),
    "in": ("in", "inside", "along", "outside"),
    "with": ("with", "without", "despite", "besides"),
    "for": ("for", "towards", "against"),
    "was": ("was", "became", "remained"),
    "were": ("were", "became", "remained"),
    "is": ("is", "becomes", "remains"),
    "his": ("his", "this", "our"),
    "her": ("her", "that", "our"),
}
#: What a world puts before every third noun.
ADJECTIVES = (
    "amber blunt brisk broad calm cedar chalky crooked damp dusky eager faint fancy frosty gaunt gentle grand hollow "
    "humble jolly lanky lofty lucid mellow merry misty modest nimble olive pale plump proud quaint rustic shaggy sleek "
    "sober stout sturdy subtle swarthy tidy timid vivid"
).split()
