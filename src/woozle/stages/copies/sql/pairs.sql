-- Pairs of documents that share so many prints, or one in so long a run of words that are the same in both: see
-- candidates.py, which has the same rule. Each holder of a print in more than $cap documents is compared with the $hubs
-- that came out first.
with held as (
    select document_id, unnest(hashes) as hash, unnest(around) as around
    from prints
),
repeated as (
    select hash, count(*) as n from held group by hash having count(*) > 1
),
ranked as (
    select h.hash, h.document_id, h.around, r.n,
        row_number() over (
            partition by h.hash order by coalesce(d.published."start", '9999'), h.document_id
        ) as place
    from held h
    join repeated r on r.hash = h.hash
    join documents d on d.id = h.document_id
),
met as (
    select least(a.document_id, b.document_id) as left_id, greatest(a.document_id, b.document_id) as right_id,
        a.n, a.n <= $cap as is_rare, xor(a.around, b.around) as differ, (a.around | b.around) & 4294967296 <> 0 as is_several
    from ranked a join ranked b on a.hash = b.hash and a.place < b.place
    where a.n <= $cap or a.place <= $hubs
),
runs as (
    select left_id, right_id, n, is_rare, is_several,
        5 + case
            when differ & 15 <> 0 then 0 when differ & 240 <> 0 then 1 when differ & 3840 <> 0 then 2
            when differ & 61440 <> 0 then 3 else 4
        end + case
            when differ & 983040 <> 0 then 0 when differ & 15728640 <> 0 then 1 when differ & 251658240 <> 0 then 2
            when differ & 4026531840 <> 0 then 3 else 4
        end as n_run
    from met
)
select left_id, right_id
from runs
group by left_id, right_id
having sum(case when is_rare then $rare else $common end) >= $enough
    or max(
        case when n_run >= case when n = 2 then $lone_run when is_rare then $run else $common_run end
            or is_rare and is_several then 1 else 0 end
    ) = 1
