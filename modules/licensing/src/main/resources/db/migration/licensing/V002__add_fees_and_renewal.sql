ALTER TABLE licensing_license ADD COLUMN yen INT DEFAULT 0 NOT NULL COMMENT 'fee of this period, tax included';
ALTER TABLE licensing_license ADD COLUMN campaign VARCHAR(100) DEFAULT '' NOT NULL COMMENT 'name of the campaign that made it free; else empty';
ALTER TABLE licensing_license ADD COLUMN begun_by VARCHAR(12) ${ascii} DEFAULT 'APPLICATION' NOT NULL COMMENT 'APPLICATION, RENEWAL, AUTO_RENEWAL';

CREATE TABLE licensing_subscription (
  office          CHAR(10) ${ascii} NOT NULL,
  auto_renewal    BOOLEAN NOT NULL,
  suspended_since DATE NULL,
  version         BIGINT NOT NULL,
  PRIMARY KEY (office)
);

INSERT INTO licensing_subscription (office, auto_renewal, version)
  SELECT office, MIN(valid_from) >= '2025-06-01', 1 FROM licensing_license GROUP BY office;

CREATE TABLE licensing_fee (
  id         CHAR(36) ${ascii} NOT NULL,
  begins     DATE NOT NULL COMMENT 'periods that begin on this day or later',
  yen        INT NOT NULL COMMENT 'a year and office number, tax included',
  decided_at DATETIME(6) NOT NULL COMMENT 'UTC; of two for one day the later holds',
  decided_by VARCHAR(64) NOT NULL,
  version    BIGINT NOT NULL,
  PRIMARY KEY (id)
);

CREATE TABLE licensing_campaign (
  id         CHAR(36) ${ascii} NOT NULL,
  name       VARCHAR(100) NOT NULL,
  first_day  DATE NOT NULL COMMENT 'periods that begin from this day',
  last_day   DATE NOT NULL COMMENT 'to this day, included, are free',
  decided_at DATETIME(6) NOT NULL COMMENT 'UTC',
  decided_by VARCHAR(64) NOT NULL,
  called_off BOOLEAN NOT NULL,
  version    BIGINT NOT NULL,
  PRIMARY KEY (id)
);

INSERT INTO licensing_fee VALUES
  ('00000000-0000-7000-8000-000000000001', '2023-04-20', 21000, '2023-04-20 00:00:00', 'system', 1),
  ('00000000-0000-7000-8000-000000000002', '2027-01-01', 0, '2023-04-20 00:00:00', 'system', 1);

INSERT INTO licensing_campaign VALUES
  ('00000000-0000-7000-8000-000000000001', 'フリーパスキャンペーン', '2025-06-01', '2026-03-31', '2025-06-01 00:00:00', 'system', FALSE, 1),
  ('00000000-0000-7000-8000-000000000002', '2026年度の無料期間', '2026-04-01', '2027-03-31', '2026-04-01 00:00:00', 'system', FALSE, 1);

CREATE TABLE licensing_notice (
  license_id  CHAR(36) ${ascii} NOT NULL,
  days_before INT NOT NULL COMMENT '90, 30 or 7 days before its end',
  told_at     DATETIME(6) NOT NULL COMMENT 'UTC',
  PRIMARY KEY (license_id, days_before)
);

CREATE TABLE licensing_revision (
  id      INT NOT NULL,
  counted BIGINT NOT NULL COMMENT 'grows with each change of what an office may do',
  PRIMARY KEY (id)
);

INSERT INTO licensing_revision VALUES (1, 0);
