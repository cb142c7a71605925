// Called each minute.
import { type OfferPorts, offerTimes } from '#usecases/booking/offer-times.ts'

export const offerTimesHandler = (ports: OfferPorts) => async (): Promise<void> => {
  const count = await offerTimes(ports)
  if (count > 0) ports.log({ level: 'info', event: 'times-offered', count })
}
