// The one cleaning step, through which every answer passes: the white space and marks that phones,
// pasting and word processors add mean nothing.

// Line ends as one character, so that lengths are the same in every browser. An answer in which
// nothing can be seen is none.
export const cleaned = (text: string): string => {
  if (clean.test(text)) return text
  const left = text.normalize('NFC').replace(unseen, '').replace(lineEnd, '\n')
  return visible.test(left) ? left.replace(space, ' ').replace(hyphen, '-').trim() : ''
}

// Most answers: letters, digits and spaces of ASCII, with nothing around them.
const clean = /^(?:[!-~](?:[ -~]*[!-~])?)?$/

// Zero-width and direction marks, soft hyphens and byte order marks. Direction marks can make text
// read as something else. The two joiners stay: Persian names and emoji are written with them.
const unseen = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g
// Word's line and page ends, and those of Unicode.
const lineEnd = /\r\n?|[\v\f\u0085\u2028\u2029]/g
const space = /[\t\p{Zs}]/gu
// Hyphens that keep a word on one line look like the one on the keyboard.
const hyphen = /[\u2010\u2011]/g
// Something that can be seen: not only spaces, joiners and the like.
const visible = /[^\p{Z}\p{Cf}\p{Cc}]/u
