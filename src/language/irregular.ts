/**
 * Verbs that do not follow the rules: lemma, past, participle ("-" where it is the past form again).
 * Where two forms are in use, the Australian one stands first.
 */
const verbs = `abide abided -;arise arose arisen;awake awoke awoken;bear bore borne;beat beat beaten;become became become;befall befell befallen;begin began begun;behold beheld -;bend bent -;bet bet -;bid bid -;bind bound -;bite bit bitten;bleed bled -;blow blew blown;break broke broken;breed bred -;bring brought -;broadcast broadcast -;build built -;burn burned -;burst burst -;buy bought -;cast cast -;catch caught -;choose chose chosen;cling clung -;come came come;cost cost -;creep crept -;cut cut -;deal dealt -;dig dug -;do did done;draw drew drawn;dream dreamed -;drink drank drunk;drive drove driven;dwell dwelt -;eat ate eaten;fall fell fallen;feed fed -;feel felt -;fight fought -;find found -;flee fled -;fling flung -;fly flew flown;forbid forbade forbidden;forecast forecast -;foresee foresaw foreseen;forget forgot forgotten;forgive forgave forgiven;forgo forwent forgone;freeze froze frozen;get got -;give gave given;go went gone;grind ground -;grow grew grown;hang hung -;have had -;hear heard -;hide hid hidden;hit hit -;hold held -;hurt hurt -;input input -;keep kept -;kneel knelt -;know knew known;lay laid -;lead led -;lean leaned -;leap leapt -;learn learned -;leave left -;lend lent -;let let -;lie lay lain;light lit -;lose lost -;make made -;mean meant -;meet met -;mislead misled -;mistake mistook mistaken;misunderstand misunderstood -;mow mowed mown;offset offset -;outdo outdid outdone;outgrow outgrew outgrown;overcome overcame overcome;overhear overheard -;overrun overran overrun;oversee oversaw overseen;overtake overtook overtaken;overthrow overthrew overthrown;partake partook partaken;pay paid -;prove proved -;put put -;quit quit -;read read -;rebuild rebuilt -;redo redid redone;remake remade -;repay repaid -;reset reset -;rethink rethought -;rewrite rewrote rewritten;rid rid -;ride rode ridden;ring rang rung;rise rose risen;run ran run;saw sawed sawn;say said -;see saw seen;seek sought -;sell sold -;send sent -;set set -;sew sewed sewn;shake shook shaken;shed shed -;shine shone -;shoot shot -;show showed shown;shrink shrank shrunk;shut shut -;sing sang sung;sink sank sunk;sit sat -;slay slew slain;sleep slept -;slide slid -;slit slit -;sow sowed sown;speak spoke spoken;speed sped -;spell spelled -;spend spent -;spill spilled -;spin spun -;spit spat -;split split -;spoil spoiled -;spread spread -;spring sprang sprung;stand stood -;steal stole stolen;stick stuck -;sting stung -;stink stank stunk;stride strode stridden;strike struck -;string strung -;strive strove striven;swear swore sworn;sweep swept -;swell swelled swollen;swim swam swum;swing swung -;take took taken;teach taught -;tear tore torn;tell told -;think thought -;throw threw thrown;thrust thrust -;tread trod trodden;undercut undercut -;undergo underwent undergone;understand understood -;undertake undertook undertaken;undo undid undone;unwind unwound -;uphold upheld -;upset upset -;wake woke woken;wear wore worn;weave wove woven;weep wept -;wet wet -;win won -;wind wound -;withdraw withdrew withdrawn;withhold withheld -;withstand withstood -;wring wrung -;write wrote written`

/** Second forms that are read but not written: "burnt", "learnt". */
const alsoRead = `burn burnt;dream dreamt;hang hanged;lean leant;learn learnt;spell spelt;spill spilt;spoil spoilt;swell swelled;prove proven;get gotten;light lighted;strike stricken;speed speeded;plead pled;dive dove;knit knit;leap leaped;kneel kneeled;bear born`

/** Nouns: singular, plural. */
const nouns = `man men;woman women;child children;foot feet;tooth teeth;goose geese;mouse mice;louse lice;ox oxen;die dice;leaf leaves;loaf loaves;half halves;calf calves;knife knives;life lives;wife wives;thief thieves;shelf shelves;self selves;wolf wolves;elf elves;scarf scarves;hoof hooves;crisis crises;analysis analyses;basis bases;thesis theses;hypothesis hypotheses;diagnosis diagnoses;oasis oases;emphasis emphases;parenthesis parentheses;criterion criteria;phenomenon phenomena;bacterium bacteria;curriculum curricula;memorandum memoranda;medium media;datum data;stratum strata;nucleus nuclei;fungus fungi;cactus cacti;alumnus alumni;stimulus stimuli;radius radii;index indices;appendix appendices;vertebra vertebrae;larva larvae;formula formulas;sheep sheep;fish fish;deer deer;series series;species species;aircraft aircraft;spacecraft spacecraft;hovercraft hovercraft;offspring offspring;headquarters headquarters;crossroads crossroads;means means;salmon salmon;trout trout;cod cod;bison bison;moose moose;swine swine;shrimp shrimp;kangaroo kangaroos;hero heroes;potato potatoes;tomato tomatoes;echo echoes;veto vetoes;torpedo torpedoes;mosquito mosquitoes;volcano volcanoes;cargo cargoes;tornado tornadoes;embargo embargoes;bystander bystanders;passer-by passers-by;attorney-general attorneys-general;brother-in-law brothers-in-law;sister-in-law sisters-in-law;mother-in-law mothers-in-law;father-in-law fathers-in-law;quiz quizzes;bus buses;gas gases;lens lenses;proof proofs;roof roofs;chief chiefs;belief beliefs;chef chefs;cliff cliffs;reef reefs;brief briefs;safe safes;gulf gulfs`

/** Adjectives and adverbs: plain, more, most. */
const degrees = `good better best;well better best;bad worse worst;badly worse worst;far further furthest;old older oldest;late later latest;ill worse worst;fun funner funnest;few fewer fewest`

function rows(text: string): readonly (readonly string[])[] {
  return text.split(';').map((row) => row.trim().split(' '))
}

/** Past and participle of a verb by lemma. */
export const irregularVerbs: ReadonlyMap<string, { readonly past: string; readonly participle: string }> = new Map(
  rows(verbs).map(([lemma = '', past = '', participle = '-']) => [
    lemma,
    { past, participle: participle === '-' ? past : participle },
  ]),
)
/** Plural of a noun by lemma. */
export const irregularNouns: ReadonlyMap<string, string> = new Map(
  [...rows(nouns), ['person', 'people']].map(([one = '', many = '']) => [one, many]),
)
/** Comparative and superlative by lemma. */
export const irregularDegrees: ReadonlyMap<string, { readonly more: string; readonly most: string }> = new Map(
  rows(degrees).map(([plain = '', more = '', most = '']) => [plain, { more, most }]),
)

function reversed(entries: readonly (readonly [string, string])[]): ReadonlyMap<string, string> {
  const map = new Map<string, string>()
  for (const [form, lemma] of entries) if (!map.has(form)) map.set(form, lemma)
  return map
}

/** Lemma of an irregular past form. */
export const pastLemmas = reversed([
  ...[...irregularVerbs].map(([lemma, { past }]): [string, string] => [past, lemma]),
  ...rows(alsoRead).map(([lemma = '', form = '']): [string, string] => [form, lemma]),
])
/** Lemma of an irregular participle. */
export const participleLemmas = reversed([
  ...[...irregularVerbs].map(([lemma, { participle }]): [string, string] => [participle, lemma]),
  ...rows(alsoRead).map(([lemma = '', form = '']): [string, string] => [form, lemma]),
])
/** Lemma of an irregular plural. */
export const pluralLemmas = reversed(
  [...irregularNouns].filter(([one]) => one !== 'person').map(([one, many]): [string, string] => [many, one]),
)
/** Lemma of an irregular comparative or superlative. */
export const degreeLemmas = reversed(
  [...irregularDegrees].flatMap(([plain, { more, most }]): [string, string][] => [
    [more, plain],
    [most, plain],
  ]),
)
