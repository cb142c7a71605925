// Names that are one name in other spellings or short: data, one line a name. A caller says “Bob” of a case that says “Robert”.
const groups: readonly (readonly string[])[] = [
  ['muhammad', 'mohammed', 'mohamed', 'muhammed', 'mohammad', 'mohamad', 'mohamud', 'mohd'],
  ['robert', 'bob', 'bobby', 'rob', 'robbie'],
  ['katherine', 'catherine', 'kathryn', 'cathryn', 'katharine', 'kate', 'katie', 'cath', 'kathy', 'cathy'],
  ['elizabeth', 'elisabeth', 'liz', 'lizzie', 'beth', 'betty', 'libby'],
  ['william', 'bill', 'billy', 'will'],
  ['richard', 'dick', 'rich', 'rick'],
  ['margaret', 'maggie', 'peggy', 'meg'],
  ['james', 'jim', 'jimmy', 'jamie'],
  ['michael', 'mike', 'mick', 'micky'],
  ['anthony', 'tony'],
  ['edward', 'ted', 'eddie', 'ned'],
  ['thomas', 'tom', 'tommy'],
  ['patricia', 'pat', 'trish', 'tricia'],
  ['alexander', 'alex', 'sandy', 'sasha'],
  ['sean', 'shaun', 'shawn'],
  ['lee', 'leigh', 'lea'],
  ['nicola', 'nichola', 'nicky', 'nikki'],
  ['shepherd', 'sheppard', 'shephard', 'shepard', 'sheperd'],
]

const groupOf = new Map(groups.flatMap((names) => names.map((name) => [name, names[0] ?? name] as const)))

// The group's own name; undefined for a name that stands alone.
export const variantOf = (part: string): string | undefined => groupOf.get(part)

export const allVariants: ReadonlyMap<string, string> = groupOf
