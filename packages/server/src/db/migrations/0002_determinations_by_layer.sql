-- Determinations name the answer by the text and as enforced; those made before had one answer for both.
UPDATE determinations SET result = result
  || jsonb_build_object('byText', result->'outcome', 'asEnforced', result->'outcome', 'binds', 'stricter')
  || jsonb_build_object('reasons', (SELECT jsonb_agg(r || '{"layer":"both","fourEyes":false}'::jsonb) FROM jsonb_array_elements(result->'reasons') r))
  || jsonb_build_object('regimes', (SELECT jsonb_agg(g || jsonb_build_object('reasons',
      (SELECT jsonb_agg(r || '{"layer":"both","fourEyes":false}'::jsonb) FROM jsonb_array_elements(g->'reasons') r)))
    FROM jsonb_array_elements(result->'regimes') g))
  WHERE result->'byText' IS NULL;
