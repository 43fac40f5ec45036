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
