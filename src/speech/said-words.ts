/** Short forms that are said as other words. */
export const abbreviationsSaid: ReadonlyMap<string, string> = new Map(
  Object.entries({ Mr: 'Mister', Mrs: 'Missus', Ms: 'Miz', Dr: 'Doctor', Prof: 'Professor', Sgt: 'Sergeant', Capt: 'Captain', Gen: 'General', Lt: 'Lieutenant', Col: 'Colonel', Sen: 'Senator', Rev: 'Reverend', Hon: 'Honourable', Jr: 'Junior', Sr: 'Senior', St: 'Saint', Mt: 'Mount', No: 'No', 'No.': 'number', Inc: 'Incorporated', Ltd: 'Limited', Pty: 'Proprietary', vs: 'versus', etc: 'et cetera', 'e.g.': 'for example', 'i.e.': 'that is', Jan: 'January', Feb: 'February', Aug: 'August', Sept: 'September', Oct: 'October', Nov: 'November', Dec: 'December', 'km/h': 'kilometres an hour', CO2: 'C O two' }),
)

/** Short forms that are said as one word, not by letters. */
export const lettersSaidAsWord: ReadonlySet<string> = new Set(
  'NASA UNESCO UNICEF ASIO NATO OPEC AUKUS ASEAN FIFA TAFE APEC AIDS COVID CSIRO0 ANZAC QANTAS NAPLAN INTERPOL WADA COP SIM PIN RAM LASER RADAR SCUBA SARS MERS ANSTO AUSTRAC APRA ASIC ICAC CHOGM UNRWA OXFAM'.split(' ').filter((name) => !name.endsWith('0')),
)

/** Units behind a number. */
export const unitsSaid: ReadonlyMap<string, string> = new Map(
  Object.entries({ km: 'kilometres', 'km/h': 'kilometres an hour', kph: 'kilometres an hour', cm: 'centimetres', mm: 'millimetres', m: 'metres', kg: 'kilograms', g: 'grams', t: 'tonnes', ha: 'hectares', L: 'litres', l: 'litres', ml: 'millilitres', kW: 'kilowatts', MW: 'megawatts', GW: 'gigawatts', kWh: 'kilowatt hours', '°': 'degrees', '°C': 'degrees', 'm²': 'square metres', 'km²': 'square kilometres', c: 'cents', ft: 'feet', mph: 'miles an hour' }),
)

/** Marks that are said. All others are silent. */
export const symbolsSaid: ReadonlyMap<string, string> = new Map(
  Object.entries({ '&': 'and', '%': 'per cent', '+': 'plus', '=': 'equals', '@': 'at', '°': 'degrees', '#': 'number', '$': 'dollars', '€': 'euros', '£': 'pounds' }),
)

/** Names that the default voice gets wrong, spelled as it should say them. */
export const respelled: ReadonlyMap<string, string> = new Map(
  Object.entries({
    Albanese: 'Alba neezy', Brisbane: 'Brizbun', Melbourne: 'Melbun', Cairns: 'Canz', Canberra: 'Canbra', Launceston: 'Lonsestun', Geelong: 'Jillong', Goulburn: 'Golbun', Toowoomba: 'Tuh womba', Wagga: 'Wogga', Wollongong: 'Wullongong', Dubbo: 'Dubbo', Kiribati: 'Kirry bass', Kyiv: 'Keev', Kiev: 'Keev', Nauru: 'Now roo', Vanuatu: 'Vannoo ah too', Qatar: 'Cutta', Iraq: 'Ih rahk', Iran: 'Ih rahn', Putin: 'Pootin', Zelenskyy: 'Zelenskee', Zelensky: 'Zelenskee', Obama: 'Oh bahma', Uluru: 'Oo loo roo', Noosa: 'Noo sa', Maroochydore: 'Ma roochy door', Indooroopilly: 'Indra pilly', Moreton: 'Mortun', Ballarat: 'Balla rat', Bendigo: 'Bendi go', Echuca: 'Eh choo ka', Maori: 'Mow ree', Aotearoa: 'Ow tay a row a', Suva: 'Soo va', Honiara: 'Hony ahra', Apia: 'Ah pee a', Tuvalu: 'Too va loo', Tokelau: 'Toe keh low',
  }),
)
