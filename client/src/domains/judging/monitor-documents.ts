import { graphql } from '#client/__generated__/index.ts';

/** What the monitor of a round shows, asked once and then as it changes. */
graphql(`
  fragment MonitorFigures on JudgingMonitor {
    id
    asOf
    judges {
      judgeId
      code
      name
      nameEn
      compared
      difference
      anchors
      anchorDifference
      drift
      driftError
      drifting
    }
    anchors {
      entryId
      number
      title
      titleEn
      assigned
      mean
      sheets {
        judgeId
        code
        total
        order
        difference
      }
    }
  }
`);

export const MONITOR = graphql(`
  query JudgingMonitorPage($roundId: ID!) {
    judgingMonitor(roundId: $roundId) {
      ...MonitorFigures @unmask
    }
  }
`);

/** The same as it changes; it lands on the same object. */
export const MONITOR_LIVE = graphql(`
  subscription JudgingMonitorLive($roundId: ID!) {
    judgingMonitor(roundId: $roundId) {
      ...MonitorFigures @unmask
    }
  }
`);

/** The anchors of a round as they are set. */
export const ANCHORS = graphql(`
  query AnchorsPage($roundId: ID!) {
    assignmentBoard(roundId: $roundId) {
      id
      anchors {
        id
        judges
        entry {
          id
        }
      }
    }
  }
`);

export const ANCHOR_SET = graphql(`
  mutation AnchorSet($input: AnchorSetInput!) {
    anchorSet(input: $input) {
      anchor {
        id
      }
      problems {
        code
        path
        params
      }
    }
  }
`);

export const ANCHOR_REMOVE = graphql(`
  mutation AnchorRemove($input: AnchorRemoveInput!) {
    anchorRemove(input: $input) {
      anchor {
        id
      }
      problems {
        code
        path
        params
      }
    }
  }
`);
