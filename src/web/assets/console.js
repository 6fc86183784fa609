/* What pages cannot do without a script. Chromium 90 and later; every form works without it too, but for batch selection. */
(() => {
  document.documentElement.classList.add('scripted');

  /** A choice that shows another page at once. */
  document.addEventListener('change', (event) => {
    const control = event.target;
    if (control instanceof HTMLSelectElement && control.hasAttribute('data-submit')) control.form.submit();
    if (control instanceof HTMLInputElement && control.hasAttribute('data-all')) {
      for (const box of document.querySelectorAll(`input[name="${control.dataset.all}"]`))
        box.checked = control.checked;
      countChosen();
    } else if (control instanceof HTMLInputElement && control.type === 'checkbox') countChosen();
    if (control.hasAttribute && control.hasAttribute('data-shows')) showParts(control);
  });

  /** How many lines are chosen, where the page wants to say so. */
  function countChosen() {
    for (const place of document.querySelectorAll('[data-count]')) {
      const chosen = document.querySelectorAll(`input[name="${place.dataset.count}"]:checked`).length;
      place.textContent = String(chosen);
    }
  }

  /** Parts of a form that only one choice needs: `data-for` names the values. */
  function showParts(control) {
    const value = control.value;
    for (const part of document.querySelectorAll(`[data-part="${control.dataset.shows}"]`)) {
      const wanted = part.dataset.for.split(' ').indexOf(value) >= 0;
      part.hidden = !wanted;
      for (const field of part.querySelectorAll('input, textarea, select')) field.disabled = !wanted;
    }
  }

  /** Asks before what cannot be taken back. */
  document.addEventListener('submit', (event) => {
    const question = event.submitter && event.submitter.dataset.confirm;
    if (question && !window.confirm(question)) {
      event.preventDefault();
      return;
    }
    // A second press while the first is on its way would do it twice.
    const button = event.submitter;
    if (button) setTimeout(() => (button.disabled = true), 0);
  });
  window.addEventListener('pageshow', () => {
    for (const button of document.querySelectorAll('button[type="submit"]')) button.disabled = false;
  });

  /** Keys: j and k go to the next and previous one; others are named by `data-key`. */
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const at = event.target;
    if (at.isContentEditable || /^(?:input|select|textarea)$/i.test(at.tagName)) return;
    const goal = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (!goal) return;
    event.preventDefault();
    if (goal.matches('input[type="radio"]')) {
      // A choice that asks for more leads on to where that is written (`data-focus`).
      goal.click();
      (document.getElementById(goal.dataset.focus) || goal).focus();
    } else if (goal.matches('input, select, textarea')) goal.focus();
    else goal.click();
  });

  document.addEventListener('DOMContentLoaded', start);
  if (document.readyState !== 'loading') start();
  function start() {
    countChosen();
    for (const control of document.querySelectorAll('[data-shows]:checked, select[data-shows]')) showParts(control);
  }
})();
