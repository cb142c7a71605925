// Called each minute.
import { type HookPorts, sendHooks } from '#usecases/sharing/send-hooks.ts'

export const sendHooksHandler = (ports: HookPorts) => async (): Promise<void> => {
  const count = await sendHooks(ports)
  if (count > 0) ports.log({ level: 'info', event: 'webhooks-taken', count })
}
