// Runs in the browser, beside adaptivecards and markdown-it: shows one card at one width and says what is wrong with it.
const markdown = window.markdownit({ breaks: true });
AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdown.render(text);
  result.didProcess = true;
};

// Sizes and limits as Teams has them.
const host = new AdaptiveCards.HostConfig({
  fontFamily: '"Segoe UI", system-ui, sans-serif',
  fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 400, default: 400, bolder: 600 },
  spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
  textBlock: { headingLevel: 2 },
  actions: { maxActions: 6, actionsOrientation: 'horizontal', actionAlignment: 'left', buttonSpacing: 8, spacing: 'default',
    showCard: { actionMode: 'inline', inlineTopMargin: 16 } },
  inputs: { label: { inputSpacing: 4, requiredInputs: { suffix: ' *', suffixColor: 'attention' }, optionalInputs: {} } },
});

function showCard(json, width) {
  document.getElementById('card')?.remove();
  const frame = document.createElement('div');
  frame.id = 'card';
  frame.style.width = `${width}px`;
  document.body.append(frame);

  const problems = [];
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = host;
  const reading = new AdaptiveCards.SerializationContext();
  try {
    card.parse(json, reading);
    for (let i = 0; i < reading.eventCount; i++) {
      problems.push(reading.getEventAt(i).message);
    }
    for (const found of card.validateProperties().validationEvents) {
      problems.push(found.message);
    }
    const shown = card.render();
    if (!shown) {
      problems.push('Nothing is shown.');
    } else {
      frame.append(shown);
      problems.push(...overflowing(frame, width));
    }
  } catch (error) {
    problems.push(`The renderer failed: ${error.message}`);
  }
  return JSON.stringify([...new Set(problems)]);
}

function overflowing(frame, width) {
  const edge = frame.getBoundingClientRect().right + 1;
  const says = one => (one.textContent || one.alt || one.tagName).trim().slice(0, 60);
  const outside = [...frame.querySelectorAll('*')]
    .filter(one => one.children.length === 0 && one.getBoundingClientRect().right > edge)
    .map(one => `At ${width} px this does not fit: ${says(one)}`);
  const cut = [...frame.querySelectorAll('.ac-textBlock, .ac-textBlock *')]
    .filter(one => one.scrollWidth > one.clientWidth + 1)
    .map(one => `At ${width} px this text is cut: ${says(one)}`);
  return [...outside, ...cut];
}

// The colours that Teams draws cards in (light and dark), near enough to measure contrast with.
const themes = {
  light: { back: '#ffffff', emphasis: '#f5f5f5', border: '#616161', colours: {
    default: ['#242424', '#616161'], accent: ['#5b5fc7', '#4f52b2'], good: ['#237b4b', '#237b4b'], warning: ['#835c00', '#835c00'],
    attention: ['#c4314b', '#c4314b'], light: ['#ffffff', '#616161'], dark: ['#242424', '#616161'] } },
  dark: { back: '#292929', emphasis: '#1f1f1f', border: '#adadad', colours: {
    default: ['#ffffff', '#adadad'], accent: ['#9ea2ff', '#9ea2ff'], good: ['#92c353', '#92c353'], warning: ['#ffaa44', '#ffaa44'],
    attention: ['#e37d80', '#e37d80'], light: ['#ffffff', '#adadad'], dark: ['#ffffff', '#adadad'] } },
};

function containerOf(theme, back) {
  const foregroundColors = Object.fromEntries(Object.entries(theme.colours).map(([name, [own, subtle]]) => [name, { default: own, subtle }]));
  return { backgroundColor: back, foregroundColors };
}

// Shows a card in the colours of a theme and lets axe look at it: WCAG 2.2, levels A and AA.
async function auditCard(json, width, name) {
  const theme = themes[name];
  const colours = { default: containerOf(theme, theme.back), emphasis: containerOf(theme, theme.emphasis) };
  for (const style of ['good', 'attention', 'warning', 'accent']) {
    colours[style] = containerOf(theme, theme.emphasis);
  }
  const plain = host.containerStyles;
  host.containerStyles = new AdaptiveCards.HostConfig({ containerStyles: colours }).containerStyles;
  document.body.className = name;
  showCard(json, width);
  host.containerStyles = plain;
  return audit('#card');
}

async function audit(where) {
  const found = await axe.run(where, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'] });
  return JSON.stringify(found.violations.flatMap(rule => rule.nodes.map(node =>
    `${rule.id}: ${rule.help}: ${node.html.slice(0, 200)} ${(node.any[0]?.message ?? '').slice(0, 160)}`)));
}

// Everything that the keyboard stops at, in the order of the page; of radio buttons the one that is chosen, or the first.
function stops() {
  const all = [...document.querySelectorAll('#card input, #card select, #card textarea, #card button, #card a[href], #card [tabindex]')]
    .filter(one => one.offsetParent && one.tabIndex >= 0 && !one.disabled);
  const group = one => all.filter(other => other.type === 'radio' && other.name === one.name);
  return all.filter(one => one.type !== 'radio' || one === (group(one).find(other => other.checked) ?? group(one)[0]));
}

function stopNow() {
  const all = stops();
  return all.indexOf(document.activeElement);
}
