import { graphql } from '#client/__generated__/index.ts';

export const JUDGES = graphql(`
  query JudgeList(
    $first: Int
    $after: String
    $last: Int
    $before: String
    $filter: JudgeFilter
    $sort: [JudgeSort!]
  ) {
    judges(first: $first, after: $after, last: $last, before: $before, filter: $filter, sort: $sort) {
      nodes {
        id
        version
        code
        name
        nameEn
        email
        organisation
        title
        state
        expertise
        capacity
        assignedCount
        submittedCount
        invitedAt
        unit {
          id
          name
          nameEn
        }
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      totalCount
    }
  }
`);

export const JUDGE = graphql(`
  query JudgePage($id: ID!) {
    judge(id: $id) {
      id
      version
      code
      state
      invitedAt
      name
      nameEn
      email
      organisation
      title
      expertise
      hasPhone
      formerUnits {
        id
        name
        nameEn
      }
      capacity
      availableDays
      assignedCount
      submittedCount
      unit {
        id
        name
        nameEn
      }
      account {
        id
      }
      competition {
        id
        title
        titleEn
      }
      availableTransitions {
        event
        to
        allowed
        problems {
          code
          path
          params
        }
      }
    }
  }
`);

/** What a step changes of a judge; other documents name it. @public */
export const JUDGE_STEP = graphql(`
  fragment JudgeStep on Judge {
    id
    version
    state
    invitedAt
    availableTransitions {
      event
      to
      allowed
      problems {
        code
        path
        params
      }
    }
  }
`);

export const JUDGE_CREATE = graphql(`
  mutation JudgeCreate($input: JudgeCreateInput!) {
    judgeCreate(input: $input) {
      judge {
        id
        name
      }
      problems {
        code
        path
        params
      }
    }
  }
`);

export const JUDGE_UPDATE = graphql(`
  mutation JudgeUpdate($input: JudgeUpdateInput!) {
    judgeUpdate(input: $input) {
      judge {
        ...JudgeStep
        name
        nameEn
        email
        organisation
        title
        expertise
        hasPhone
        formerUnits {
          id
          name
          nameEn
        }
        capacity
        availableDays
        unit {
          id
          name
          nameEn
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

export const JUDGE_ACTIVATE = graphql(`
  mutation JudgeActivate($input: JudgeStepInput!) {
    judgeActivate(input: $input) {
      judge {
        ...JudgeStep
      }
      problems {
        code
        path
        params
      }
    }
  }
`);

export const JUDGE_REINSTATE = graphql(`
  mutation JudgeReinstate($input: JudgeStepInput!) {
    judgeReinstate(input: $input) {
      judge {
        ...JudgeStep
      }
      problems {
        code
        path
        params
      }
    }
  }
`);

export const JUDGE_WITHDRAW = graphql(`
  mutation JudgeWithdraw($input: JudgeWithdrawInput!) {
    judgeWithdraw(input: $input) {
      judge {
        ...JudgeStep
      }
      problems {
        code
        path
        params
      }
    }
  }
`);
