// What sort of device a browser says it is on. The rest of what it says of itself is not kept.
import type { Device } from './facts.ts'

export const deviceOf = (userAgent: string): Device => {
  if (/iPad|Tablet|Kindle|Silk|PlayBook|Android(?!.*Mobi)/i.test(userAgent)) return 'tablet'
  if (/Mobi|iPhone|iPod|Phone/i.test(userAgent)) return 'phone'
  return /Windows NT|Macintosh|X11|CrOS|Linux/.test(userAgent) ? 'desktop' : 'other'
}
