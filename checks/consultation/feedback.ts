import {
  callsForOpinions,
  type Document,
  mayBeSameMatter,
  type Outcome,
  type TopicFacts,
  tellsOfOpinions,
} from '../kit.ts';

/** What tells of what came of a call for opinions: on its own page, or on another that may be about the same matter. */
export function feedbackTo(call: Document, facts: TopicFacts): Outcome<Document> {
  const isOther = (title: string): boolean => callsForOpinions(title) || !mayBeSameMatter(title, call.title);
  return facts.find({
    match: (document) => {
      const { title, body } = document;
      if (document.url === call.url) {
        const links = body.ok ? body.value.links : [];
        return (body.ok && tellsOfOpinions(body.value.text)) || links.some(({ text }) => tellsOfOpinions(text));
      }
      if (isOther(title)) return namesCall(document, call);
      return tellsOfOpinions(title) || (body.ok && tellsOfOpinions(body.value.text));
    },
    ruledOutByTitle: (title) => title !== call.title && callsForOpinions(title),
  });
}

/** Whether a document of another title leads to the call's page. */
const namesCall = ({ title, body }: Document, { url }: Document): boolean =>
  body.ok && tellsOfOpinions(title) && body.value.links.some((link) => link.url === url);
