import { graphql } from '#client/__generated__/index.ts';

/** The board of a round: everything that is drawn, in one question. */
export const ASSIGNMENT_BOARD = graphql(`
  query AssignmentBoard($roundId: ID!) {
    assignmentBoard(roundId: $roundId) {
      id
      round {
        id
        state
        judgesPerEntry
      }
      categories {
        categoryId
        code
        title
        titleEn
        entries
        panelJudgeIds
      }
      entries {
        id
        number
        title
        titleEn
        category {
          id
          code
        }
      }
      judges {
        id
        code
        name
        nameEn
        state
        capacity
        expertise
      }
      loads {
        judgeId
        available
      }
      anchors {
        id
        entry {
          id
        }
      }
      assignments {
        id
        pinned
        entry {
          id
        }
        judge {
          id
        }
        sheet {
          id
          state
        }
      }
      conflicts {
        id
        source
        reason
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

export const ASSIGNMENT_ADD = graphql(`
  mutation AssignmentAdd($input: AssignmentAddInput!) {
    assignmentAdd(input: $input) {
      assignment {
        id
        pinned
        sheet {
          id
          state
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

export const ASSIGNMENT_REMOVE = graphql(`
  mutation AssignmentRemove($input: AssignmentRemoveInput!) {
    assignmentRemove(input: $input) {
      assignment {
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

export const ASSIGNMENT_MOVE = graphql(`
  mutation AssignmentMove($input: AssignmentMoveInput!) {
    assignmentMove(input: $input) {
      assignment {
        id
        pinned
        sheet {
          id
          state
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

export const ASSIGNMENT_PLAN = graphql(`
  mutation AssignmentPlan($input: AssignmentPlanInput!) {
    assignmentPlan(input: $input) {
      assignmentPlan {
        id
        unmet {
          entryId
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

export const ASSIGNMENT_APPLY = graphql(`
  mutation AssignmentApply($input: AssignmentApplyInput!) {
    assignmentApply(input: $input) {
      added
      removed
      assignmentPlan {
        id
        appliedAt
        outdated
      }
      problems {
        code
        path
        params
      }
    }
  }
`);

export const ASSIGNMENT_PLANNED = graphql(`
  query AssignmentPlanned($id: ID!) {
    assignmentPlanned(id: $id) {
      id
      createdAt
      appliedAt
      outdated
      round {
        id
        title
        titleEn
        state
        judgesPerEntry
      }
      pairs {
        entryId
        judgeId
      }
      added {
        entryId
        judgeId
      }
      removed {
        entryId
        judgeId
      }
      loads {
        judgeId
        before
        after
        capacity
      }
      measures {
        wanted
        assigned
        lowestLoad
        highestLoad
        affinity
        affinityBound
        categories {
          categoryId
          entries
          judges
          components
        }
      }
      unmet {
        entryId
        missing
        cause
        waysOut
      }
    }
  }
`);
