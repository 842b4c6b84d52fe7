-- Which rule book found that nothing is left to do on a chain; null while something is. An empty word for the rows that are there: not looked at yet.
alter table chain add column at_rest words;

update chain set at_rest = '';
