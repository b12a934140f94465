// The Node SDK @alicloud/pop-core: a call a line on standard input, what it reports on standard output.
'use strict';

const { RPCClient } = require('@alicloud/pop-core');

async function report(call) {
  const client = new RPCClient({
    accessKeyId: call.id,
    accessKeySecret: call.secret,
    securityToken: call.token,
    endpoint: `http://${call.host}`,
    apiVersion: '2016-04-28',
  });
  try {
    return { body: await client.request(call.action, call.parameters, { method: call.method }) };
  } catch (error) {
    const { name: kind, code, message, data, entry } = error;
    return {
      kind,
      status: entry && entry.response.statusCode,
      code,
      message,
      request_id: data && data.RequestId,
    };
  }
}

require('./lines')(report);
