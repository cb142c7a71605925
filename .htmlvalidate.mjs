// Every page must be valid HTML. What is relaxed here is relaxed because govuk-frontend or its guidance asks for it.
export default {
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // The error summary's h2 stands above the h1 (Design System, error summary).
    'heading-level': ['error', { minInitialRank: 'h2' }],
    // The date input's fieldset says role="group" so that JAWS reads its description (govuk-frontend, date-input/template.njk).
    'no-redundant-role': 'off',
    // Checkboxes of one question share their name.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'submit'] }],
    // "Question - service - council" is GOV.UK's pattern, and questions are whole sentences.
    'long-title': 'off',
    // A link that looks like a button says so (Design System, button: links that look like buttons).
    'prefer-native-element': ['error', { exclude: ['button'] }],
    // Our scripts and styles come from our own host under names made from their content.
    'require-sri': 'off',
  },
}
