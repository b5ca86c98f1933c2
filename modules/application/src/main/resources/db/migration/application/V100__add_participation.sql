ALTER TABLE application_office ADD COLUMN joined_on DATE NULL COMMENT 'first day on which the office takes part; NULL: it never did';
ALTER TABLE application_office ADD COLUMN takes_part_until DATE NULL COMMENT 'last day after a termination (利用終了); NULL: no end is known';
ALTER TABLE application_office ADD COLUMN directory_text VARCHAR(700) DEFAULT '' NOT NULL COMMENT 'number, name and kana, widths and kana made alike: what partners may search in; empty: to be filled';
UPDATE application_office SET joined_on = (
  SELECT MIN(CAST(a.decided_at AS DATE)) FROM application_usage_application a
  WHERE a.office = application_office.number AND a.kind = 'INITIAL' AND a.status = 'COMPLETED');
CREATE INDEX application_office_joined ON application_office (joined_on, status, takes_part_until, number);
