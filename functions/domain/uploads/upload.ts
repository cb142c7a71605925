// What may be sent as a file, how large, how many, and what it is called (docs/guarantees.md, "Uploads"; docs/rules/planning.md, "Files").
// None is a kind of archive (DOCX, ZIP and their kin): what an archive would unpack to need never be found out (H48).
export type FileType = 'application/pdf' | 'image/jpeg' | 'image/png' | 'image/heic'

// For a file input's `accept`. Without HEIC, which we take all the same: an iPhone then sends its photos as JPG, which everybody can open.
export const acceptedEndings = '.pdf,.jpg,.jpeg,.jfif,.png,application/pdf,image/jpeg,image/png'
// Bytes. The largest plan that PlanX takes is 30 MB.
export const mostFileBytes = 30 * 1024 * 1024
// What may be sent: all that S3 takes in one form (S3 API reference, "POST Object"), so that a file that is
// too large is refused in our words, on our page (docs/decisions, "A file that is too large lands").
export const mostSentBytes = 5 * 1024 ** 3
// Files of one draft: they go onto the case in one transaction, which takes 100 items (DynamoDB quotas).
export const mostFiles = 80

// What people see: no path, no control or direction characters, 100 characters at most, the ending kept.
export const cleanName = (name: string): string => {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  const plain = last
    .normalize('NFC')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff"<>]/g, '')
    .trim()
  return plain === '' ? 'file' : [...plain].slice(-100).join('')
}

const endings: Readonly<Record<string, FileType>> = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  jfif: 'image/jpeg',
  jpe: 'image/jpeg',
  png: 'image/png',
  heic: 'image/heic',
  heif: 'image/heic',
}

// Names under which nobody keeps a document or a photo, and which make a program of it on staff's machines.
export const isProgram = (name: string): boolean =>
  /\.(exe|com|scr|pif|bat|cmd|msi|dll|js|jse|vbs|wsf|ps1|hta|jar|lnk|docm|xlsm|html?|svg|zip)$/i.test(name.trim())

// What a name says the file is; undefined where it does not say: "Site plan 1.500" has no ending.
const typeNamed = (name: string): FileType | undefined =>
  endings[/\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? '']

const endingOf: Readonly<Record<FileType, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/heic': 'heic',
}

// Phones name a PNG "photo.jpg": the content decides, and the name is made to agree, so that staff's programs open it as what it is.
export const namedAs = (name: string, type: FileType): string => {
  // Few programs know the ending .jfif, under which some browsers save a JPG.
  if (typeNamed(name) === type && !/\.(jfif|jpe)$/i.test(name)) return name
  const stem = typeNamed(name) === undefined ? name : name.replace(/\.[A-Za-z0-9]{1,8}$/, '')
  return `${stem === '' ? 'file' : stem}.${endingOf[type]}`
}
