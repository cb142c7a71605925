// Once a night, by the schedule.
import { type DigestPorts, digestAudit } from '#usecases/running/digest-audit.ts'

export const auditDigestHandler = (ports: DigestPorts) => (): Promise<void> => digestAudit(ports)
