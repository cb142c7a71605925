// What is wrong with a page's HTML, in words, by `.htmlvalidate.mjs`. Empty when it is valid.
import { FileSystemConfigLoader, HtmlValidate, type ResolvedConfig } from 'html-validate'

export const htmlFaults = async (html: string): Promise<readonly string[]> => {
  const { results } = await validator.validateString(html, 'page.html')
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line }) => `HTML ${ruleId} at line ${line}: ${message}`),
  )
}

// The validator makes its rules of the settings again for each page: more than a third of its time.
class ReadOnce extends FileSystemConfigLoader {
  private settings: Promise<ResolvedConfig> | undefined

  override getConfigFor(name: string): Promise<ResolvedConfig> {
    this.settings ??= Promise.resolve(super.getConfigFor(name))
    return this.settings
  }
}

const validator = new HtmlValidate(new ReadOnce())
