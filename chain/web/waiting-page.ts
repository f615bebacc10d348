/** What a browser sees while the explorer is being built: it asks again every second. */
export const WAITING_STYLE = `:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
body { max-width: 34rem; margin: 20vh auto; padding: 0 1rem }
`;

export const WAITING_PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="1">
<title>Assay</title>
<link rel="stylesheet" href="/waiting.css">
</head>
<body>
<main>
<h1>The explorer is being built</h1>
<p>This takes a few seconds. The page loads by itself once it is there; the chain is running already.</p>
</main>
</body>
</html>
`;
