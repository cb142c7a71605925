// A recovery phrase: six plain words that a person can write down, read out or remember. 256 words, so each says 8 bits.

// `letters`: 12 or more of 64 letters, by chance.
export const phraseFrom = (letters: string): string =>
  Array.from({ length: words }, (_, at) => wordAt(letters.slice(at * 2, at * 2 + 2))).join(' ')

// As it was typed: in any case, with any spaces, hyphens or commas.
export const plainPhrase = (typed: string): string =>
  typed
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim()

const words = 6

// Two letters of 64 are 4,096 pairs: each word stands for 16 of them.
const wordAt = (pair: string): string => {
  const number = [...pair].reduce((sum, letter) => sum * alphabet.length + Math.max(0, alphabet.indexOf(letter)), 0)
  return list[number % list.length] ?? ''
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

// No two that sound alike, none that frightens, none that is hard to spell.
export const list: readonly string[] = `
  apple arrow autumn badge baker balloon bamboo banana basket beach bean bell bench berry bicycle
  bird blanket blossom boat bonnet book boot bottle bowl box bread breeze brick bridge broom brush
  bucket bush butter button cabin cake camel camera candle canoe canvas carpet carrot castle cedar
  chair chalk cheese cherry circle cliff clock cloud clover coat coconut coin comet copper coral
  corner cotton cousin cradle crayon cricket crown cup curtain daisy dance desert desk diamond
  dinner dolphin donkey door dragon drawer drum duck eagle earth elbow elephant engine envelope
  evening falcon farmer feather fence fern field finger fiddle flag forest fountain fox friend
  frog garden gate ginger giraffe glass glove goat gold grape green guitar hammer harbour hazel
  hill honey horse hotel house island ivory jacket jelly jigsaw journey jumper kettle kitchen kite
  kitten ladder lake lamp lantern leaf lemon letter library lily lion lizard lobster locket magnet
  maple marble market meadow melon mirror monkey moon morning mountain mouse museum music napkin
  needle nest nickel nutmeg oak olive onion orange orchard otter oven paddle paint palace panda
  paper parcel parrot parsley path peach pebble pencil penguin pepper piano picnic pigeon pillow
  planet plate pocket pond pony poppy potato puddle pumpkin puppy puzzle quilt rabbit radio
  rainbow raisin ribbon river robin rocket rose saddle sailor salad sand saucer scarf school
  shadow sheep shell shovel silver singer sister spider spoon spring squirrel stable star stone
  summer sunset swan table tailor teapot temple ticket tiger toast tomato tower trumpet tulip
  tunnel turtle umbrella valley velvet village violin wagon walnut
`
  .trim()
  .split(/\s+/)
