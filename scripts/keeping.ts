// `npm run keeping`: writes docs/keeping.md, how long everything is kept and what every question is for.
import { writeFileSync } from 'node:fs'
import { keepingPaper } from './keeping/paper.ts'

writeFileSync(new URL('../docs/keeping.md', import.meta.url), keepingPaper())
console.log('docs/keeping.md')
