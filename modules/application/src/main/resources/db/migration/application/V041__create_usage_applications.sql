CREATE TABLE application_usage_application (
  id              CHAR(17) ${ascii} NOT NULL COMMENT '申請番号: day, hyphen, eight letters',
  office          CHAR(10) ${ascii} NOT NULL,
  kind            VARCHAR(12) ${ascii} NOT NULL COMMENT 'INITIAL, RENEWAL, CHANGE, SUSPENSION, RESUMPTION, CLOSING, TERMINATION',
  status          VARCHAR(12) ${ascii} NOT NULL COMMENT 'DRAFT, COMPLETED, IN_REVIEW, SENT_BACK, REJECTED, RETRACTED',
  place           VARCHAR(16) ${ascii} NULL COMMENT 'office and open, or office and valid: one of each an office; NULL when over',
  partner_asked   BOOLEAN NOT NULL,
  care_software   VARCHAR(200) NOT NULL,
  entrusted_only  BOOLEAN NOT NULL COMMENT 'for preventive plans on behalf of a support centre alone',
  name            VARCHAR(400) NOT NULL COMMENT 'this and the following as typed; checked when it is sent',
  kana_name       VARCHAR(400) NOT NULL,
  address         VARCHAR(600) NOT NULL,
  mail            VARCHAR(400) NOT NULL,
  service_kinds   VARCHAR(400) NOT NULL,
  former_number   VARCHAR(40) NOT NULL COMMENT 'earlier office number; empty: none',
  terms_edition   INT NOT NULL COMMENT 'agreed to; 0: none yet',
  drafted_at      DATETIME(6) NOT NULL COMMENT 'UTC',
  submitted_at    DATETIME(6) NULL COMMENT 'UTC',
  submitted_by    VARCHAR(64) NOT NULL,
  review_rules    VARCHAR(200) ${ascii} NOT NULL COMMENT 'codes of the rules that asked for a review, parted by blanks',
  decided_at      DATETIME(6) NULL COMMENT 'UTC; of COMPLETED, SENT_BACK, REJECTED, RETRACTED',
  decided_by      VARCHAR(64) NOT NULL,
  reason          VARCHAR(500) NOT NULL,
  version         BIGINT NOT NULL,
  PRIMARY KEY (id)
);
CREATE UNIQUE INDEX application_usage_application_place ON application_usage_application (place);
CREATE INDEX application_usage_application_office ON application_usage_application (office, drafted_at);
CREATE INDEX application_usage_application_status ON application_usage_application (status, submitted_at);

CREATE TABLE application_review_rule (
  code        VARCHAR(24) ${ascii} NOT NULL,
  switched_on BOOLEAN NOT NULL,
  words       VARCHAR(200) NOT NULL COMMENT 'what the office is told',
  version     BIGINT NOT NULL,
  PRIMARY KEY (code)
);

INSERT INTO application_review_rule (code, switched_on, words, version) VALUES
  ('OFFICE_NOT_LISTED', TRUE, 'この事業所番号が、事業所の一覧にまだありません', 1),
  ('KIND_OUT_OF_SCOPE', TRUE, '連携の対象でないサービス種類があります', 1),
  ('OFFICE_NOT_ACTIVE', TRUE, '事業所が休止または廃止になっています', 1),
  ('FORMER_NUMBER', TRUE, '事業所番号の変更を確かめます', 1);

CREATE TABLE application_number_change (
  old_number CHAR(10) ${ascii} NOT NULL,
  new_number CHAR(10) ${ascii} NOT NULL,
  changed_at DATETIME(6) NOT NULL COMMENT 'UTC',
  version    BIGINT NOT NULL,
  PRIMARY KEY (old_number)
);
CREATE INDEX application_number_change_new ON application_number_change (new_number);
