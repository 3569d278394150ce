-- What a tool has said to the user, when it was the tool that had to answer: another attempt says it again, and runs nothing.
alter table turn_call add column said text;
