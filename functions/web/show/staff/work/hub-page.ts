// What stands behind a word of the navigation.
import { type StaffAround, staffPage } from '../around.ts'
import { behind, type Hub, hubs } from './navigation.ts'

export const hubPage = ({ around, hub }: { readonly around: StaffAround; readonly hub: Hub }): string => {
  const title = hubs[hub]
  const entries = around.user === undefined ? [] : behind(hub, around.user)
  return staffPage('hub', { ...around, here: hub }, { title }, { title, entries })
}
