# Replaces what must differ from run to run, as Normalizer.swift of the end-to-end cases does.

# Whatever port was free. A message that points into a line keeps its columns.
s/127\.0\.0\.1(:| port )[0-9]{4,5}/127.0.0.1\1PORT/g
# At the right edge of a title.
s/ {2,}[0-9]+(\.[0-9]+)? (ms|s)$/  TIME/
s/(in|took|after) [0-9]+(\.[0-9]+)? (ms|s)/\1 TIME/g
s/\([0-9,]+ a second\)/(RATE a second)/
s/^  [0-9,]+ requests in/  REQUESTS in/
s/, try [0-9]+ after /, try N after /
s/seed [0-9]+/seed SEED/
s|accord/[0-9]+\.[0-9]+\.[0-9]+[-.A-Za-z0-9]*|accord/VERSION|g
/^  slowest:$/,/^  [^ ]/{
  /^    /d
}
# Dates and times, in the documents' way and in that of header fields.
s/[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?Z/DATE/g
s/(Mon|Tue|Wed|Thu|Fri|Sat|Sun), [0-9]{2} [A-Z][a-z]{2} [0-9]{4} [0-9:]{8} GMT/DATE/g
# Ids that the servers draw.
s/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/UUID/g
# An excerpt of an answer may end within one.
s/BucketName>[0-9a-f-]+$/BucketName>…/
s/(RequestId>|x-amzn-requestid: )[A-Za-z0-9]+/\1REQUEST-ID/g
# libcurl words this in several ways.
s/(Couldn't|Could not) connect to server/Could not connect to server/
# What this libcurl knows is not that one's.
s/libcurl understands [a-z, ]+ content encodings/libcurl understands … content encodings/
# The same, cut off at the end of what is shown.
s/[0-9a-f]{8}(-[0-9a-f]{0,12}){0,4}…/UUID…/g
