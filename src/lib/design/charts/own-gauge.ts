export function drawOwnGauges(){}
