-- Failures of an ID are counted in application_sign_in_failure, whether there is such an account or not.
ALTER TABLE application_account DROP COLUMN public_failures;
ALTER TABLE application_account DROP COLUMN public_locked_until;
