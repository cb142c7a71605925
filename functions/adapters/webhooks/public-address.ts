// Is an address one of the public internet? Everything that IANA's registries of special-purpose addresses name is not, whatever it is written in:
// an IPv6 address that carries an IPv4 one is judged by that.
import { BlockList, isIP, isIPv6 } from 'node:net'

// IANA IPv4 Special-Purpose Address Registry, with multicast and what is reserved.
const four = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24'],
  ...['192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24'],
  ...['224.0.0.0/4', '240.0.0.0/4'],
]

// Only 2000::/3 is given out; of it these are special (IANA IPv6 Special-Purpose Address Registry): Teredo, documentation, 6to4 and others.
const six = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20', '2620:4f:8000::/48']

const listOf = (networks: readonly string[], family: 'ipv4' | 'ipv6'): BlockList => {
  const list = new BlockList()
  for (const network of networks) {
    const [address = '', bits] = network.split('/')
    list.addSubnet(address, Number(bits), family)
  }
  return list
}

const special4 = listOf(four, 'ipv4')
const special6 = listOf(six, 'ipv6')
const given6 = listOf(['2000::/3'], 'ipv6')

export const isPublic = (address: string): boolean => {
  const family = isIP(address)
  if (family === 4) return !special4.check(address, 'ipv4')
  if (family === 0 || !isIPv6(address) || address.includes('%')) return false
  return given6.check(address, 'ipv6') && !special6.check(address, 'ipv6')
}
