-- Which record points to which address on the web: one row for each region that it belongs to, null where for all.
-- `ref` is the record's id, `place` the slug of its page or its country's code, `own` whether its CSO keeps it itself.
CREATE VIEW web_link_uses AS
  SELECT r.url, g.region, 'resource' AS kind, r.id::text AS ref, r.title, r.slug AS place, false AS own
    FROM resources r LEFT JOIN LATERAL unnest(r.regions) AS g(region) ON true WHERE r.url IS NOT NULL
  UNION ALL
  SELECT a.url, g.region, 'article', a.id::text, a.title, a.slug, false
    FROM articles a LEFT JOIN LATERAL unnest(a.regions) AS g(region) ON true
  UNION ALL
  SELECT e.url, g.region, 'event', e.id::text, e.title, e.slug, false
    FROM events e LEFT JOIN LATERAL unnest(e.regions) AS g(region) ON true WHERE e.url IS NOT NULL
  UNION ALL
  SELECT p.url, g.region, 'partner', p.id::text, p.name, p.slug, false
    FROM partners p LEFT JOIN LATERAL unnest(p.regions) AS g(region) ON true
  UNION ALL
  SELECT o.website, o.region, 'organisation', o.id::text, o.name, o.slug, o.status = 'claimed'
    FROM organisations o WHERE o.website IS NOT NULL AND o.status <> 'hidden'
  UNION ALL
  SELECT d.url, c.region, 'review-document', d.id::text, d.title, lower(c.iso2), false
    FROM review_documents d JOIN reviews v ON v.id = d.review_id JOIN countries c ON c.iso2 = v.iso2
  UNION ALL
  SELECT d.url, c.region, 'parallel-report', d.id::text, d.title, lower(c.iso2), false
    FROM parallel_reports d JOIN countries c ON c.iso2 = d.iso2 WHERE d.url IS NOT NULL
  UNION ALL
  SELECT d.url, c.region, 'commitment', d.id::text, d.title, lower(c.iso2), false
    FROM commitments d JOIN countries c ON c.iso2 = d.iso2;
