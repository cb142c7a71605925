// The sign-in page of the local identity provider: one press signs in. Never deployed.
import { people } from './people.ts'

export const whoPage = (action: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sign in as - local identity provider</title>
<style>${style}</style>
</head>
<body>
<header><div>Local identity provider</div></header>
<main>
<h1>Who do you want to be?</h1>
<p>This page stands for the council’s sign-in. Each button is a role with demonstration data. There are no passwords.</p>
<form method="post" action="${action}">
<ul>${people.map(({ id, name }) => `<li><button name="who" value="${id}">${name}</button></li>`).join('')}</ul>
</form>
</main>
</body>
</html>`

// In the manner of the GOV.UK Design System: button, focus, header, width.
const style = `body{margin:0;font:1.1875rem/1.32 arial,sans-serif;color:#0b0c0c}header{background:#1d3557;color:#fff;font-weight:700;padding:.75rem 1rem}
header div,main{max-width:60rem;margin:0 auto}main{padding:1.5rem 1rem}h1{font-size:2rem;line-height:1.1;margin:0 0 1.25rem}p{max-width:40rem}
ul{list-style:none;margin:0;padding:0;display:grid;gap:1rem;max-width:22rem}
button{width:100%;font:inherit;color:#fff;background:#0f7a52;border:2px solid transparent;box-shadow:0 2px 0 #083d29;padding:.5rem .625rem;text-align:left;cursor:pointer}
button:hover{background:#0b5f40}button:focus{border-color:#fd0;outline:3px solid transparent;background:#fd0;color:#0b0c0c;box-shadow:0 2px 0 #0b0c0c}`
