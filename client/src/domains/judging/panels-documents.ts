import { graphql } from '#client/__generated__/index.ts';

/** The panels of a round, and what they have to carry. */
export const PANELS = graphql(`
  query PanelsPage($roundId: ID!) {
    judgePanels(roundId: $roundId) {
      id
      title
      category {
        id
      }
      members {
        id
      }
    }
    assignmentBoard(roundId: $roundId) {
      id
      categories {
        categoryId
        code
        title
        titleEn
        entries
      }
      judges {
        id
        code
        name
        nameEn
        organisation
        capacity
        expertise
        state
      }
      entries {
        id
        category {
          id
        }
      }
      conflicts {
        id
        entry {
          id
        }
        judge {
          id
        }
      }
    }
  }
`);

/** The panels of another round, to take over. */
export const PANELS_OF = graphql(`
  query PanelsOf($roundId: ID!) {
    judgePanels(roundId: $roundId) {
      id
      title
      category {
        id
      }
      members {
        id
        state
      }
    }
  }
`);

export const PANEL_SET = graphql(`
  mutation JudgePanelSet($input: JudgePanelSetInput!) {
    judgePanelSet(input: $input) {
      judgePanel {
        id
        title
        members {
          id
        }
      }
      problems {
        code
        path
        params
      }
    }
  }
`);
