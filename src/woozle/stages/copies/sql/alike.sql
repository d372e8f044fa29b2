-- For each document the few others with which it shares most rare terms: perhaps retold in other words.
with common as (
    select x.document_id as one, y.document_id as other, count(*) as n_shared
    from rare x join rare y on y.term = x.term and y.document_id <> x.document_id
    where x.n_documents <= $cap
    group by x.document_id, y.document_id
),
ranked as (
    select one, other, row_number() over (partition by one order by n_shared desc, other) as place
    from common
    where n_shared >= $least
)
select distinct least(one, other) as left_id, greatest(one, other) as right_id from ranked where place <= $hubs
