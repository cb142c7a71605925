// Where "Exit this page" leads, and the file that leads there while no function answers: it says nothing of us.
export const weather = 'https://www.bbc.co.uk/weather'

export const leavePage = [
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Weather</title>',
  '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer">',
  `<meta http-equiv="refresh" content="0; url=${weather}"></head>`,
  `<body><p><a href="${weather}">Weather</a></p></body></html>`,
].join('')
