/** Short forms and word parts that the tokeniser and the sentence splitter need to know. Own selection. */
const words = (text: string): readonly string[] => text.trim().split(/\s+/)

/** Titles: their full stop never ends a sentence, for a name follows. */
export const dottedTitles = words(
  `Mr Mrs Ms Messrs Mmes Dr Drs Prof Rev Hon Gov Govs Sen Sens Rep Reps Gen Gens Col Lt Sgt Cpl Pte Pvt Capt Cmdr Maj Adm
  Amb Supt Insp Det Msgr Fr St Ste Mt Ft Pres`,
)

/** Short forms whose full stop is a part of them wherever they stand; the sentence may end there. */
export const dottedWords = words(
  `Jr Sr Inc Ltd Co Corp Pty Bros Esq vs etc al eg ie cf ca viz approx Approx est incl dept Dept Univ Assn Intl Natl Blvd Ave Rd
  Hwy Pde Jan Feb Apr Jun Jul Aug Sep Sept Oct Nov Dec Tue Tues Thu Thur Thurs`,
)

/** Short forms only before a number: "No. 10", "pp. 4–6", "Sat. 5 May"; elsewhere they are words at the end of a sentence. */
export const dottedBeforeNumber = words('No Nos Vol Vols Fig Figs Sec Art Ch p pp Mar Sat Sun Mon Wed Fri ft max min')

/** States of the United States and provinces of Canada as news writes them after a town: "Ponchatoula, La." */
export const dottedStates = words(
  `Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev Okla Ont Ore Pa Que
  Sask Tenn Tex Va Vt Wash Wis Wyo Alta Man Vic Tas Qld`,
)

/** Beginnings that stay with their word: "pre-war", "non-profit". Other hyphens are tokens of their own, as in English EWT. */
export const joinedPrefixes: ReadonlySet<string> = new Set(
  words(
    `anti ante arch bi bio co counter cross cyber de e eco ex extra inter intra macro mega micro mid mini mono multi neo non
    over para post pre pro pseudo psycho quasi re semi socio sub super tri ultra un uni vice`,
  ),
)

/** Units and scales that are cut off their number: "90km" is two tokens, "3D" one. Upper case only where it stands so. */
export const upperCaseUnits: ReadonlySet<string> = new Set(
  words('M K B C F W V L T AM PM MM MB GB KB TB MW GW KM KG FT HZ BN MPH KPH'),
)

/** Words that a single letter follows without being an initial: "Plan B. The", "vitamin C. Doctors". */
export const letteredWords: ReadonlySet<string> = new Set(
  words(
    `plan vitamin grade hepatitis type group class section part point gate block figure schedule serie series pool team
    exhibit option platform room appendix annex division level letter letters unit zone category stage ward box a an the
    either or influenza strep`,
  ),
)
