// Names as they are frequent in England and Wales, commonest first, with those of people who came from elsewhere; made up in their pairing.
const words = (list: string): readonly string[] => list.split(/\s+/).filter((word) => word !== '')

// Syllables make the long tail: a hundred thousand people have some ten thousand surnames.
const tail = (starts: readonly string[], ends: readonly string[]): readonly string[] =>
  starts.flatMap((start) => ends.map((end) => start + end))

export const firstNames = [
  ...words(`David John Michael Paul Andrew Susan Margaret Mohammed James Sarah Peter Robert Stephen Karen Richard Mark Christine
  Patricia Jacqueline Ian Nicola Julie Helen William Elizabeth Christopher Anthony Thomas Daniel Emma Claire Rebecca Laura Rachel
  Katherine Catherine Jane Anne Ann Alan Kevin Brian Graham Philip Simon Steven Gary Martin Neil Colin Stuart Matthew Joanne Louise
  Alison Lisa Amanda Deborah Tracey Sharon Linda Carol Sandra Barbara Janet Piotr Agnieszka Wei Mei Ali Fatima Aisha Harpreet Gurpreet
  Priya Amit Ravi Sean Siobhan Zoë José María Łukasz Ewa Ahmed Ibrahim Yusuf Omar Chukwuemeka Ngozi Olu Ivan Olga Natalia Maria Ana
  João Sofia Thi Minh Lan Xiao Ming Jin Hassan Hussain Zainab Khadija Geoffrey Jeffrey Jonathan Nicholas Oliver Jack Harry George
  Charlie Amelia Olivia Isla Ava Mia Grace Lily Freya Poppy Leo Oscar Theo Archie Noah Arthur Florence Ivy Rosie Evie Willow Elsie`),
  ...tail(
    words('Al Bel Cor Del El Fer Gav Hal Is Jor Kar Len Mor Nel Or Per Ros Sel Tar Val'),
    words('an ina o a ius ette en ia'),
  ),
]

export const lastNames = [
  ...words(`Smith Jones Taylor Williams Brown Davies Evans Wilson Thomas Roberts Johnson Lewis Walker Robinson Wood Thompson White
  Watson Jackson Wright Green Harris Cooper King Lee Martin Clarke James Morgan Hughes Edwards Hill Moore Clark Harrison Scott Young
  Morris Hall Ward Turner Carter Phillips Mitchell Patel Adams Campbell Anderson Allen Cook Singh Khan Ali Begum Kaur Hussain Ahmed
  Shah O'Brien Murphy Kelly Ryan O'Connor McDonald MacDonald Stewart Murray Fraser Reid Nowak Kowalski Kowalska Wiśniewska Wójcik
  Lewandowski Kaminska Zhang Wang Chen Li Liu Wong Chan Nguyen Tran García Fernández Silva Santos Pereira Costa Okoro Okafor Adeyemi
  Obi Mensah Petrov Ivanova Popescu Müller Schmidt Cohen Levy Rahman Chowdhury Choudhury Hossain Uddin Miah Iqbal Akhtar Mahmood
  Bailey Bennett Foster Gray Simpson Marshall Collins Butler Russell Barnes Fisher Holmes Mills Palmer Webb Rogers Hunt Knight`),
  ...tail(
    words(`Ash Brad Car Dun East Fair Glad Hart Inge Kirk Lang Mal North Oak Pen Quar Rad Stan Thorn Up Ver Win Wood Yar Alder Birch
    Cran Dray Elm Fen Gar Hol Ken Lin Mar Nor Par Ram Sal Tun Wal Whit Bar Col Der Har Ing Led Mid Nun`),
    words(`ley ton ford ham worth wick by field wood more den stead bury bourne combe croft dale gate house land low man mere
    shaw stone thorpe tree wall water way well wright hurst ing sey bridge brook castle cliff cote don fold grave head hill
    holm ridge row side smith`),
  ),
]
