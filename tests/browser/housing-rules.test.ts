// What a family that lacks two bedrooms sees before sending, and what the officer sees beside their case: in a real browser, wide and narrow.
import { describe, expect, it } from 'vitest'
import { look } from './hands.ts'
import { product } from './product.ts'

const here = product(3760)

describe('a family that lacks two bedrooms', () => {
  it('sees the bedrooms it may need, what is lacking and the documents to send, at 320 px and without JavaScript', async () => {
    const { answered, goOnAs, host, open } = here()
    const { page, looked } = await open(320, false)
    await goOnAs(await answered('housing-two-bedrooms-short'), page)
    await page.goto(`${host.residents}/housing/what-we-think-so-far`)
    await look(page, looked)
    const shown = await page.locator('main').textContent()
    expect(shown).toContain('3 bedrooms')
    expect(shown).toContain('Your home may be 2 bedrooms short of what you need')
    expect(shown).toContain('We will need these. You can send them after you apply.')
    expect(looked.faults).toEqual([])
  }, 60_000)

  it('is proposed for band B, with every reason, to the officer, who can accept it', async () => {
    const { answered, host, open, signIn } = here()
    const person = await answered('housing-two-bedrooms-short')
    await person.get('/housing/declaration')
    await person.post('/housing/declaration', { agree: 'yes' })
    const reference = /H[B-Z2-9]{7}/.exec(person.last().html)?.[0] ?? ''
    const { page, looked } = await open(1280)
    await signIn(page, 'Housing officer 1')
    await page.goto(`${host.staff}/cases/${reference}`)
    await look(page, looked)
    expect(await page.locator('#part-band + p').textContent()).toBe('Band B – High Housing Need')
    await page.getByText('Reasons: proposed band').click()
    expect(await page.locator('main').textContent()).toContain('The household lacks 2 bedrooms or more.')
    await page.getByRole('link', { name: 'Start checking' }).click()
    await page.getByRole('button', { name: 'Start checking' }).click()
    await page.getByRole('link', { name: 'Propose a band' }).click()
    await look(page, looked)
    expect(await page.locator('input[name=band][value=B]').isChecked()).toBe(true)
    expect(await page.locator('textarea[name=reason]').inputValue()).toBe('The household lacks 2 bedrooms or more.')
    await page.getByRole('button', { name: 'Propose a band' }).click()
    expect(await page.locator('main').textContent()).toContain('You proposed a band')
    expect(looked.faults).toEqual([])
  }, 60_000)

  it('can be tried on paper for another day', async () => {
    const { open, signIn } = here()
    const { page, looked } = await open(1280)
    await signIn(page, 'Housing officer 1')
    await page.getByRole('link', { name: 'Try the rules' }).click()
    await look(page, looked)
    await page.getByRole('link', { name: 'Bedrooms needed' }).click()
    await look(page, looked)
    await page.locator('#on-year').fill('2036')
    await page.locator('#people-1-dateOfBirth-day').fill('1')
    await page.locator('#people-1-dateOfBirth-month').fill('6')
    await page.locator('#people-1-dateOfBirth-year').fill('2014')
    await page.getByRole('button', { name: 'Try' }).click()
    await look(page, looked)
    expect(await page.locator('#part-bedrooms + p').textContent()).toBe('1 bedroom')
    expect(looked.faults).toEqual([])
  }, 60_000)
})
