// Called each 10 minutes.
import { type GivingPorts, giveInTurn } from '#usecases/team/give-in-turn.ts'

export const giveInTurnHandler = (ports: GivingPorts) => async (): Promise<void> => {
  const count = await giveInTurn(ports)
  if (count > 0) ports.log({ level: 'info', event: 'given-in-turn', count })
}
