// Called each 10 minutes.
import { giveInTurn, type TurnPorts } from '#usecases/team/give-in-turn.ts'

export const giveInTurnHandler = (ports: TurnPorts) => async (): Promise<void> => {
  const count = await giveInTurn(ports)
  if (count > 0) ports.log({ level: 'info', event: 'given-in-turn', count })
}
