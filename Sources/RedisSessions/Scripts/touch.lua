-- touch.lua: counts the time to live anew.
-- returns  {'touched'} | {'gone'}

if not exists() then return {'gone'} end
refresh()
return {'touched'}
