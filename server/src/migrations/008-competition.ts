import { Migration } from '@mikro-orm/migrations';

/** Tables of the competition domain. */
export class Competition extends Migration {
  override up(): void {
    this.addSql(
      `create table "competition" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "version" int not null default 1, "year" int not null, "title" text not null, "title_en" text not null default '', "theme" text not null default '', "theme_en" text not null default '', "notice" text not null default '', "notice_en" text not null default '', "state" text not null default 'DRAFT', "entries_open_at" timestamptz null, "entries_close_at" timestamptz null, "screening_close_at" timestamptz null, "publicity_starts_at" timestamptz null, "publicity_ends_at" timestamptz null, "published_at" timestamptz null, "scoring_rule" jsonb not null, primary key ("id"))`,
    );
    this.addSql(`alter table "competition" add constraint "competition_year_unique" unique ("year")`);
    this.addSql(
      `alter table "competition" add constraint "competition_state_check" check ("state" in ('DRAFT', 'OPEN', 'SCREENING', 'REVIEW', 'DELIBERATION', 'PUBLICISED', 'CLOSED'))`,
    );
    this.addSql(
      `create table "award_rule" ("id" uuid not null, "competition_id" uuid not null, "title" text not null, "title_en" text not null, "basis" text not null default '', "basis_en" text not null default '', "scope" text not null, "quota" int not null, "minimum_total" numeric(5,2) null, "position" int not null, "tie_at_line" text not null default 'DELIBERATE', primary key ("id"))`,
    );
    this.addSql(
      `create index "award_rule_competition_id_position_index" on "award_rule" ("competition_id", "position")`,
    );
    this.addSql(
      `alter table "award_rule" add constraint "award_rule_quota_range" check (quota between 1 and 1000)`,
    );
    this.addSql(
      `alter table "award_rule" add constraint "award_rule_scope_check" check ("scope" in ('CATEGORY', 'OVERALL', 'NOMINATED'))`,
    );
    this.addSql(
      `alter table "award_rule" add constraint "award_rule_tie_at_line_check" check ("tie_at_line" in ('SHARE', 'DELIBERATE'))`,
    );
    this.addSql(
      `create table "round" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "version" int not null default 1, "competition_id" uuid not null, "position" int not null, "kind" text not null, "title" text not null, "title_en" text not null, "weight" numeric(5,2) not null, "judges_per_entry" int not null, "advance_per_category" int null, "remark_minimum" int not null default 0, "opens_at" timestamptz null, "closes_at" timestamptz null, "state" text not null default 'PLANNED', primary key ("id"))`,
    );
    this.addSql(
      `alter table "round" add constraint "round_competition_id_position_unique" unique ("competition_id", "position") deferrable initially deferred`,
    );
    this.addSql(
      `alter table "round" add constraint "round_weight_range" check (weight > 0 and weight <= 100)`,
    );
    this.addSql(
      `alter table "round" add constraint "round_judges_range" check (judges_per_entry between 1 and 50)`,
    );
    this.addSql(
      `alter table "round" add constraint "round_remark_range" check (remark_minimum between 0 and 1000)`,
    );
    this.addSql(`alter table "round" add constraint "round_window" check (closes_at > opens_at)`);
    this.addSql(
      `alter table "round" add constraint "round_kind_check" check ("kind" in ('DOCUMENT', 'PRESENTATION'))`,
    );
    this.addSql(
      `alter table "round" add constraint "round_state_check" check ("state" in ('PLANNED', 'OPEN', 'LOCKED'))`,
    );
    this.addSql(
      `create table "criterion" ("id" uuid not null, "round_id" uuid not null, "code" text not null, "title" text not null, "title_en" text not null, "description" text not null, "description_en" text not null, "weight" numeric(5,2) not null, "max" numeric(5,2) not null, "step" numeric(5,2) not null, "position" int not null, "bands" jsonb not null, primary key ("id"))`,
    );
    this.addSql(
      `alter table "criterion" add constraint "criterion_round_id_code_unique" unique ("round_id", "code")`,
    );
    this.addSql(
      `alter table "criterion" add constraint "criterion_weight_range" check (weight > 0 and weight <= 100)`,
    );
    this.addSql(
      `alter table "criterion" add constraint "criterion_scale" check (max > 0 and step > 0 and mod(max, step) = 0)`,
    );
    this.addSql(
      `create table "competition_host" ("id" uuid not null, "competition_id" uuid not null, "unit_id" uuid not null, "position" int not null, primary key ("id"))`,
    );
    this.addSql(`create index "competition_host_unit_id_index" on "competition_host" ("unit_id")`);
    this.addSql(
      `alter table "competition_host" add constraint "competition_host_competition_id_unit_id_unique" unique ("competition_id", "unit_id")`,
    );
    this.addSql(
      `create table "category" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "version" int not null default 1, "competition_id" uuid not null, "code" text not null, "title" text not null, "title_en" text not null, "position" int not null, "lead_host_id" uuid null, primary key ("id"))`,
    );
    this.addSql(`create index "category_lead_host_id_index" on "category" ("lead_host_id")`);
    this.addSql(
      `alter table "category" add constraint "category_competition_id_code_unique" unique ("competition_id", "code")`,
    );
    this.addSql(
      `alter table "category" add constraint "category_code_check" check ("code" in ('PUBLICITY', 'EMERGENCY', 'ENVIRONMENT', 'SCIENCE_LAW', 'CULTURE_EDUCATION', 'DAILY_LIFE', 'GOVERNANCE', 'LIVELIHOOD', 'HEALTH'))`,
    );
    this.addSql(
      `create table "entry" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "version" int not null default 1, "competition_id" uuid not null, "category_id" uuid not null, "team_id" uuid not null, "number" text null, "title" text not null, "title_en" text not null default '', "applicant_kind" text not null, "summary" text not null default '', "summary_en" text not null default '', "need" text not null default '', "activities" text not null default '', "innovation" text not null default '', "replicability" text not null default '', "results" text not null default '', "plan" jsonb not null, "budget" jsonb not null, "budget_total" numeric(12,2) not null, "beneficiaries" jsonb not null, "contact_name" text not null default '', "contact_phone" text not null default '', "state" text not null default 'DRAFT', "submitted_at" timestamptz null, "resubmit_until" timestamptz null, "reminded_for" timestamptz null, "state_reason" text null, "facts_active_months" int null, "facts_members" int null, "facts_minutes" int null, "award_id" uuid null, "created_by_id" uuid null, primary key ("id"))`,
    );
    this.addSql(`create index "entry_award_id_index" on "entry" ("award_id")`);
    this.addSql(`create index "entry_created_by_id_index" on "entry" ("created_by_id")`);
    this.addSql(`create index "entry_competition_id_state_index" on "entry" ("competition_id", "state")`);
    this.addSql(`create index "entry_category_id_state_index" on "entry" ("category_id", "state")`);
    this.addSql(`create index "entry_team_id_index" on "entry" ("team_id")`);
    this.addSql(
      `create index "entry_competition_id_submitted_at_id_index" on "entry" ("competition_id", "submitted_at", "id")`,
    );
    this.addSql(
      `create index entry_search on entry using gin (search_bigrams(title || ' ' || summary || ' ' || coalesce(number, '')))`,
    );
    this.addSql(`alter table "entry" add constraint "entry_number_once" unique ("competition_id", "number")`);
    this.addSql(
      `create unique index entry_once on entry (competition_id, category_id, team_id, regexp_replace(search_text(title), '[[:space:]]+', '', 'g')) where state <> 'WITHDRAWN'`,
    );
    this.addSql(
      `alter table "entry" add constraint "entry_submitted" check (state in ('DRAFT', 'WITHDRAWN') or (number is not null and submitted_at is not null and facts_members is not null))`,
    );
    this.addSql(
      `alter table "entry" add constraint "entry_returned" check (state <> 'RETURNED' or resubmit_until is not null)`,
    );
    this.addSql(`alter table "entry" add constraint "entry_budget" check (budget_total >= 0)`);
    this.addSql(
      `alter table "entry" add constraint "entry_applicant_kind_check" check ("applicant_kind" in ('GOVERNMENT_UNIT', 'WELFARE_SOCIETY', 'UNIVERSITY', 'NEW_SOCIAL_ORG', 'NEW_EMPLOYMENT'))`,
    );
    this.addSql(
      `alter table "entry" add constraint "entry_state_check" check ("state" in ('DRAFT', 'SUBMITTED', 'RETURNED', 'ELIGIBLE', 'INELIGIBLE', 'IN_REVIEW', 'ADVANCED', 'ELIMINATED', 'AWARDED', 'NOT_AWARDED', 'WITHDRAWN', 'DISQUALIFIED'))`,
    );
    this.addSql(
      `create table "screening_note" ("id" uuid not null, "entry_id" uuid not null, "field" text not null, "text" text not null, "author_id" uuid null, "created_at" timestamptz not null, "resolved" boolean not null default false, primary key ("id"))`,
    );
    this.addSql(`create index "screening_note_entry_id_index" on "screening_note" ("entry_id")`);
    this.addSql(`create index "screening_note_author_id_index" on "screening_note" ("author_id")`);
    this.addSql(
      `alter table "screening_note" add constraint "screening_note_field_check" check ("field" in ('title', 'summary', 'need', 'activities', 'innovation', 'replicability', 'results', 'plan', 'budget', 'beneficiaries', 'category', 'applicantKind', 'contactName', 'contactPhone', 'attachments', 'general'))`,
    );
    this.addSql(
      `create table "entry_revision" ("id" uuid not null, "entry_id" uuid not null, "number" int not null, "submitted_at" timestamptz not null, "submitted_by_id" uuid null, "content" jsonb not null, primary key ("id"))`,
    );
    this.addSql(
      `create index "entry_revision_submitted_by_id_index" on "entry_revision" ("submitted_by_id")`,
    );
    this.addSql(
      `create index entry_revision_files on entry_revision using gin ((content -> 'attachments') jsonb_path_ops)`,
    );
    this.addSql(
      `alter table "entry_revision" add constraint "entry_revision_entry_id_number_unique" unique ("entry_id", "number")`,
    );
    this.addSql(
      `create table "deadline_extension" ("id" uuid not null, "competition_id" uuid not null, "entry_id" uuid null, "round_id" uuid null, "judge_id" uuid null, "until" timestamptz not null, "reason" text not null, "created_by_id" uuid null, "created_at" timestamptz not null, primary key ("id"))`,
    );
    this.addSql(
      `create index "deadline_extension_competition_id_index" on "deadline_extension" ("competition_id")`,
    );
    this.addSql(`create index "deadline_extension_entry_id_index" on "deadline_extension" ("entry_id")`);
    this.addSql(`create index "deadline_extension_round_id_index" on "deadline_extension" ("round_id")`);
    this.addSql(`create index "deadline_extension_judge_id_index" on "deadline_extension" ("judge_id")`);
    this.addSql(
      `create index "deadline_extension_created_by_id_index" on "deadline_extension" ("created_by_id")`,
    );
    this.addSql(
      `alter table "deadline_extension" add constraint "deadline_extension_target" check ((entry_id is null or round_id is null) and (judge_id is null or round_id is not null))`,
    );
    this.addSql(
      `create table "attachment" ("id" uuid not null, "entry_id" uuid not null, "file_id" uuid not null, "kind" text not null, "title" text not null, "position" int not null, "created_at" timestamptz not null, primary key ("id"))`,
    );
    this.addSql(`create index "attachment_entry_id_index" on "attachment" ("entry_id")`);
    this.addSql(`create index "attachment_file_id_index" on "attachment" ("file_id")`);
    this.addSql(
      `alter table "attachment" add constraint "attachment_entry_id_file_id_unique" unique ("entry_id", "file_id")`,
    );
    this.addSql(
      `alter table "attachment" add constraint "attachment_kind_check" check ("kind" in ('PLAN', 'IMAGE', 'SLIDES', 'OTHER'))`,
    );
    this.addSql(
      `alter table "award_rule" add constraint "award_rule_competition_id_foreign" foreign key ("competition_id") references "competition" ("id")`,
    );
    this.addSql(
      `alter table "round" add constraint "round_competition_id_foreign" foreign key ("competition_id") references "competition" ("id")`,
    );
    this.addSql(
      `alter table "criterion" add constraint "criterion_round_id_foreign" foreign key ("round_id") references "round" ("id")`,
    );
    this.addSql(
      `alter table "competition_host" add constraint "competition_host_competition_id_foreign" foreign key ("competition_id") references "competition" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "competition_host" add constraint "competition_host_unit_id_foreign" foreign key ("unit_id") references "unit" ("id")`,
    );
    this.addSql(
      `alter table "category" add constraint "category_competition_id_foreign" foreign key ("competition_id") references "competition" ("id")`,
    );
    this.addSql(
      `alter table "category" add constraint "category_lead_host_id_foreign" foreign key ("lead_host_id") references "unit" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "entry" add constraint "entry_competition_id_foreign" foreign key ("competition_id") references "competition" ("id")`,
    );
    this.addSql(
      `alter table "entry" add constraint "entry_category_id_foreign" foreign key ("category_id") references "category" ("id")`,
    );
    this.addSql(
      `alter table "entry" add constraint "entry_team_id_foreign" foreign key ("team_id") references "team" ("id")`,
    );
    this.addSql(
      `alter table "entry" add constraint "entry_award_id_foreign" foreign key ("award_id") references "award_rule" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "entry" add constraint "entry_created_by_id_foreign" foreign key ("created_by_id") references "account" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "screening_note" add constraint "screening_note_entry_id_foreign" foreign key ("entry_id") references "entry" ("id")`,
    );
    this.addSql(
      `alter table "screening_note" add constraint "screening_note_author_id_foreign" foreign key ("author_id") references "account" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "entry_revision" add constraint "entry_revision_entry_id_foreign" foreign key ("entry_id") references "entry" ("id")`,
    );
    this.addSql(
      `alter table "entry_revision" add constraint "entry_revision_submitted_by_id_foreign" foreign key ("submitted_by_id") references "account" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "deadline_extension" add constraint "deadline_extension_competition_id_foreign" foreign key ("competition_id") references "competition" ("id")`,
    );
    this.addSql(
      `alter table "deadline_extension" add constraint "deadline_extension_entry_id_foreign" foreign key ("entry_id") references "entry" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "deadline_extension" add constraint "deadline_extension_round_id_foreign" foreign key ("round_id") references "round" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "deadline_extension" add constraint "deadline_extension_created_by_id_foreign" foreign key ("created_by_id") references "account" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "attachment" add constraint "attachment_entry_id_foreign" foreign key ("entry_id") references "entry" ("id")`,
    );
    this.addSql(
      `alter table "attachment" add constraint "attachment_file_id_foreign" foreign key ("file_id") references "stored_file" ("id")`,
    );
    // By hand: what the entities cannot say.
    // Weights: looked at when the transaction ends, so that a step may change several rows.
    this.addSql(`create function demand_weight_sum() returns trigger language plpgsql as $$
      declare
        total numeric;
        owner uuid;
      begin
        if tg_table_name = 'criterion' then
          owner := case when tg_op = 'DELETE' then old.round_id else new.round_id end;
          select sum(weight) into total from criterion where round_id = owner;
        else
          owner := case when tg_op = 'DELETE' then old.competition_id else new.competition_id end;
          select sum(weight) into total from round where competition_id = owner;
        end if;
        if total <> 100 then
          raise exception 'weights of % sum to % instead of 100', tg_table_name, total using errcode = 'check_violation', constraint = tg_table_name || '_weights';
        end if;
        return null;
      end $$`);
    for (const table of ['criterion', 'round']) {
      this.addSql(
        `create constraint trigger ${table}_weights after insert or update or delete on ${table} deferrable initially deferred for each row execute function demand_weight_sum()`,
      );
    }
    // Criteria stay with their round, rounds with their edition: a sum is then always looked at where it changed.
    this.addSql(`create function refuse_move() returns trigger language plpgsql as $$
      begin
        raise exception '% cannot be moved elsewhere', tg_table_name using errcode = 'integrity_constraint_violation';
      end $$`);
    this.addSql(
      `create trigger criterion_stays before update of round_id on criterion for each row when (old.round_id is distinct from new.round_id) execute function refuse_move()`,
    );
    this.addSql(
      `create trigger round_stays before update of competition_id on round for each row when (old.competition_id is distinct from new.competition_id) execute function refuse_move()`,
    );
    // Entries change as drafts and after they were returned, and their number never.
    this.addSql(`create function guard_entry() returns trigger language plpgsql as $$
      begin
        if old.number is not null and new.number is distinct from old.number then
          raise exception 'the number of an entry is kept for good' using errcode = 'integrity_constraint_violation';
        end if;
        if new.competition_id <> old.competition_id or new.team_id <> old.team_id then
          raise exception 'an entry stays with its edition and its team' using errcode = 'integrity_constraint_violation';
        end if;
        if old.state not in ('DRAFT', 'RETURNED') and (
          new.category_id, new.title, new.title_en, new.applicant_kind, new.summary, new.summary_en, new.need, new.activities,
          new.innovation, new.replicability, new.results, new.plan, new.budget, new.budget_total, new.beneficiaries,
          new.contact_name, new.contact_phone, new.facts_active_months, new.facts_members, new.facts_minutes, new.submitted_at
        ) is distinct from (
          old.category_id, old.title, old.title_en, old.applicant_kind, old.summary, old.summary_en, old.need, old.activities,
          old.innovation, old.replicability, old.results, old.plan, old.budget, old.budget_total, old.beneficiaries,
          old.contact_name, old.contact_phone, old.facts_active_months, old.facts_members, old.facts_minutes, old.submitted_at
        ) then
          raise exception 'an entry in state % does not change', old.state using errcode = 'integrity_constraint_violation';
        end if;
        return new;
      end $$`);
    this.addSql(
      `create trigger entry_guard before update on entry for each row execute function guard_entry()`,
    );
    this.addSql(`create function refuse_removal() returns trigger language plpgsql as $$
      begin
        raise exception 'rows of % are kept for good', tg_table_name using errcode = 'integrity_constraint_violation';
      end $$`);
    this.addSql(
      `create trigger entry_stays before delete on entry for each row execute function refuse_removal()`,
    );
    // An entry's category belongs to its edition.
    this.addSql(`create function demand_own_category() returns trigger language plpgsql as $$
      begin
        if not exists (select 1 from category c where c.id = new.category_id and c.competition_id = new.competition_id) then
          raise exception 'the category belongs to another edition' using errcode = 'foreign_key_violation';
        end if;
        return new;
      end $$`);
    this.addSql(
      `create trigger entry_own_category before insert or update of category_id on entry for each row execute function demand_own_category()`,
    );
    // Attachments are part of what was submitted.
    this.addSql(`create function guard_attachment() returns trigger language plpgsql as $$
      declare
        stands text;
      begin
        select state into stands from entry where id = case when tg_op = 'DELETE' then old.entry_id else new.entry_id end for share;
        if stands not in ('DRAFT', 'RETURNED') then
          raise exception 'attachments of an entry in state % do not change', stands using errcode = 'integrity_constraint_violation';
        end if;
        return case when tg_op = 'DELETE' then old else new end;
      end $$`);
    this.addSql(
      `create trigger attachment_guard before insert or update or delete on attachment for each row execute function guard_attachment()`,
    );
    // Revisions and extensions are records.
    for (const table of ['entry_revision', 'deadline_extension']) {
      this.addSql(
        `create trigger append_only before update or delete on ${table} for each row execute function refuse_change()`,
      );
      this.addSql(
        `create trigger append_only_whole before truncate on ${table} for each statement execute function refuse_change()`,
      );
    }
  }
}
