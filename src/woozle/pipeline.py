"""THE ORDERED LIST OF STEPS. Read this first: it is the whole flow."""

from woozle.stages import annotate, attribute, clean, cluster, copies, date, extract, ingest, judge, origins, resolve
from woozle.step import Step

STEPS: tuple[Step, ...] = (
    # one report at a time
    *ingest.STEPS,  # captures → pages
    *clean.STEPS,  # pages → documents
    *annotate.STEPS,  # documents → sentences, mentions, local_entities
    *attribute.STEPS,  # … → attributions
    *extract.STEPS,  # … → times, places, quantities, assertions, event_mentions
    # the whole pile
    *date.STEPS,  # documents → datings
    *copies.STEPS,  # documents, datings → passages, derivations
    *resolve.STEPS,  # local_entities → entities, entity_members
    *cluster.STEPS,  # assertions → claim_members, claim_links
    # what people decided
    *judge.STEPS,  # … → judged_entities, judged_entity_members, judged_claim_members, judged_derivations
    *cluster.CONCLUDING,  # event_mentions → events, event_members; claims → conflicts
    *origins.STEPS,  # … → said, what the program concludes alone, then claims, origins, origin_members, drifts
)
