/** The product's documents, by line. */
export const PRODUCT: Readonly<Record<string, string>> = {
  entries: `query ($competitionId: ID!, $first: Int!) {
  entries(first: $first, filter: { competition: { eq: $competitionId } }) {
    nodes { id number title state version updatedAt submittedAt meanScore sheetsSubmitted team { id name } category { id title } }
    pageInfo { hasNextPage endCursor }
  }
}`,
  queue: `query ($roundId: ID!, $first: Int!) {
  scoreSheets(first: $first, filter: { round: { eq: $roundId }, mine: { eq: true } }) {
    nodes { id state position remark total version updatedAt entry { id number title category { id title } } criteria { id title weight max step } marks { criterionId value comment } }
    pageInfo { hasNextPage endCursor }
  }
}`,
  ranking: `query ($resultId: ID!) {
  result(id: $resultId) { id computedAt official rows { id total categoryRank overallRank spread entry { id number title team { id name } } category { id title } award { id title } } }
}`,
  entry: `query ($id: ID!) {
  entry(id: $id) {
    id number title titleEn applicantKind summary summaryEn need activities innovation replicability results plan { when what } budget { item amount } budgetTotal beneficiaries
    contactName contactPhone state stateReason submittedAt resubmitUntil factsActiveMonths factsMembers factsMinutes createdAt updatedAt version meanScore sheetsSubmitted
    competition { id year title state } category { id code title } team { id number name intro }
    attachments { id kind title position file { id name kind size } } revisions { id number submittedAt submittedByName } screeningNotes { id field text authorName createdAt resolved }
  }
}`,
  dashboard: `query ($competitionId: ID!) {
  competitionDashboard(competitionId: $competitionId) {
    id competition { id year title state } entriesByState { state count } entriesByCategory { categoryId title titleEn count } waiting { kind count roundId } late { kind count roundId }
    progress {
      id round { id title } total drafts submitted recused shortEntries
      byCategory { categoryId code title titleEn total drafts submitted panelSize } byJudge { judgeId code name total drafts submitted lastActiveAt deadline } perDay
    }
    nextDeadlines { kind at roundId }
  }
}`,
  submit: `mutation ($input: ScoreSheetSubmitInput!) {
  scoreSheetSubmit(input: $input) { scoreSheet { id state total version submittedAt remark marks { criterionId value comment } } problems { code } }
}`,
};

/** The same questions to PostGraphile, in the names of its schema. */
export const POSTGRAPHILE: Readonly<Record<string, string>> = {
  entries: `query ($competitionId: UUID!, $first: Int!) {
  allEntries(first: $first, condition: { competitionId: $competitionId }, orderBy: [UPDATED_AT_DESC]) {
    nodes { rowId number title state version updatedAt submittedAt meanScore sheetsSubmitted teamByTeamId { rowId name } categoryByCategoryId { rowId title } }
    pageInfo { hasNextPage endCursor }
  }
}`,
  queue: `query ($roundId: UUID!, $judgeId: UUID!, $first: Int!) {
  allScoreSheets(first: $first, condition: { roundId: $roundId, judgeId: $judgeId }) {
    nodes {
      rowId state assignmentByAssignmentId { position } remark total version updatedAt entryByEntryId { rowId number title categoryByCategoryId { rowId title } }
      roundByRoundId { criteriaByRoundIdList(orderBy: [POSITION_ASC]) { rowId title weight max step } } marksBySheetIdList { criterionId value comment }
    }
    pageInfo { hasNextPage endCursor }
  }
}`,
  ranking: `query ($resultId: UUID!) {
  resultByRowId(rowId: $resultId) {
    rowId computedAt official
    resultRowsByResultIdList(orderBy: [CATEGORY_ID_ASC, CATEGORY_RANK_ASC]) { rowId totalText categoryRank overallRank spread entryByEntryId { rowId number title teamByTeamId { rowId name } } categoryByCategoryId { rowId title } awardRuleByAwardId { rowId title } }
  }
}`,
  entry: `query ($id: UUID!) {
  entryByRowId(rowId: $id) {
    rowId number title titleEn applicantKind summary summaryEn need activities innovation replicability results plan budget budgetTotal beneficiaries
    contactName contactPhone state stateReason submittedAt resubmitUntil factsActiveMonths factsMembers factsMinutes createdAt updatedAt version meanScore sheetsSubmitted
    competitionByCompetitionId { rowId year title state } categoryByCategoryId { rowId code title } teamByTeamId { rowId number name intro }
    attachmentsByEntryIdList { rowId kind title position storedFileByFileId { rowId name kind size } }
    entryRevisionsByEntryIdList(orderBy: [NUMBER_DESC]) { rowId number submittedAt accountBySubmittedById { name } }
    screeningNotesByEntryIdList { rowId field text accountByAuthorId { name } createdAt resolved }
  }
}`,
  dashboard: `query ($competitionId: UUID!) { competitionDashboard(edition: $competitionId) }`,
  submit: `mutation ($input: SubmitSheetInput!) {
  submitSheet(input: $input) { result { rowId state total version submittedAt remark marksBySheetIdList { criterionId value comment } } }
}`,
};
