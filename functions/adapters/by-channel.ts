// One sender of the outbox for all channels: each message goes to who carries its sort.
import { type Channel, channelOf } from '#domain/texts/channel.ts'
import type { TextSender } from '#usecases/ports/texts.ts'

export const senderByChannel = (senders: Readonly<Record<Channel, TextSender>>): Required<TextSender> => ({
  send: (text) => senders[channelOf(text)].send(text),
  ask: async (text) => senders[channelOf(text)].ask?.(text),
})
