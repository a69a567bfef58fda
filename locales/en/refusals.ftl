# What can't be done, and why.

refused-no-such-request = There is no report with the number { $number }.
refused-not-yours = Report { $number } belongs to someone else.
refused-illegal-step = This step is not possible any more: the report has moved on.
refused-someone-faster = Someone else has changed report { $number } in the meantime. This is how it stands now:
refused-not-allowed = This report belongs to another department.
