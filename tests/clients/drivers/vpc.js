// The Node SDK @alicloud/vpc20160428: a call a line on standard input, what it reports on standard output.
'use strict';

const { $OpenApiUtil } = require('@alicloud/openapi-core');
const { default: Client, ...models } = require('@alicloud/vpc20160428');
const { RuntimeOptions } = require('@darabonba/typescript');

async function report(call) {
  const client = new Client(new $OpenApiUtil.Config({
    accessKeyId: call.id,
    accessKeySecret: call.secret,
    securityToken: call.token,
    endpoint: call.host,
    protocol: 'http',
    signatureAlgorithm: call.signature === 'rpc' ? 'v2' : undefined,
  }));
  const Request = models[`${call.action}Request`];
  const members = Object.entries(Request.names()).map(([member, name]) => {
    const value = call.parameters[name];
    const tags = Array.isArray(value) && value.map(({ Key, Value }) => ({ key: Key, value: Value }));
    return [member, tags || value];
  });
  const request = new Request(Object.fromEntries(members));
  const send = `${call.action[0].toLowerCase()}${call.action.slice(1)}WithOptions`;
  try {
    const response = await client[send](request, new RuntimeOptions({}));
    return { body: response.body.toMap() };
  } catch (error) {
    const { name: kind, statusCode: status, code, message, requestId, retryAfter } = error;
    return { kind, status, code, message, request_id: requestId, retry_after: retryAfter };
  }
}

require('./lines')(report);
